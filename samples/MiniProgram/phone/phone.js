import * as miniProgram from 'mini-program'
import { createConsent } from './consent.js'
import { createDialogs } from './dialogs.js'
import { showExchanges } from './exchanges.js'
import { createLibrary, versions } from './library.js'
import { libraryVersion, person } from './person.js'
import { createScreen } from './screen.js'
import { createWeChatServers } from './wechat-servers.js'
import { createWx } from './wx.js'
import { storageOf } from './storage.js'
import { showSwitches } from './switches.js'

const find = (id) => document.getElementById(id)

const over = find('over')
const library = createLibrary(libraryVersion)
const servers = createWeChatServers(person)
const dialogs = createDialogs(over, miniProgram.config.window.navigationBarTitleText)
const consent = createConsent({ library, person, servers, dialogs })
const screen = createScreen(miniProgram, { body: find('screen'), title: find('title'), backButton: find('back') })

let app
Object.assign(globalThis, {
  wx: createWx({ library, servers, consent, dialogs, screen, storage: storageOf(person) }),
  App: (options) => (app = { ...options }),
  getApp: () => app,
  getCurrentPages: screen.pages,
})

find('back').addEventListener('click', screen.back)
showSwitches(find('switches'), versions, libraryVersion)
showExchanges(find('exchanges')).then(() => {
  const [first] = miniProgram.config.pages
  miniProgram.run()
  app.onLaunch?.({ path: first, scene: 1001, query: {} })
  screen.load({ library, person, consent, over })
  screen.open(first)
})
