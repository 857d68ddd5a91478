import { readFile } from 'node:fs/promises'
import { JSDOM, VirtualConsole } from 'jsdom'
import { network } from './network.mjs'

const dist = new URL('../phone/dist/', import.meta.url)
const [html, script] = await Promise.all(['index.html', 'phone.js'].map((file) => readFile(new URL(file, dist), 'utf8')))

/** What went wrong in the code, seen or not by the person: no test expects any. */
export const mishaps = []

/** The errMsg of what wx could not do, as the mini program leaves it for whoever looks at the phone's log. */
export const warnings = []

const strictConsole = {
  ...console,
  error: (...said) => mishaps.push(said),
  warn: (...said) => (/^\w+:fail/.test(said[0]) ? warnings : mishaps).push(said.length > 1 ? said : said[0]),
}

let people = 0

/** Opens the mini program on a phone: the page as LoginApi serves it, in jsdom. */
export async function openPhone(host, { library = '3.8.5', openId = `oTest-${process.pid}-${++people}`, storage = {}, ...faults } = {}) {
  const wire = network(host.url, faults)
  const virtualConsole = new VirtualConsole().on('jsdomError', (error) => mishaps.push(error))
  const { window } = new JSDOM(html, {
    url: `${host.url}/phone/?${new URLSearchParams({ openId, library })}`,
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse: (page) => Object.assign(page, { fetch: wire.fetch, FormData, Blob, EventSource: Exchanges, console: strictConsole }),
  })
  for (const [key, value] of Object.entries(storage)) window.localStorage.setItem(`${openId}.${key}`, JSON.stringify(value))
  window.eval(script)
  await until(() => window.document.querySelector('page'), () => 'the first page')
  return { ...person(window), window, wire, openId, stored: (key) => JSON.parse(window.localStorage.getItem(`${openId}.${key}`)) }
}

class Exchanges extends EventTarget {
  constructor(url) {
    super()
    Exchanges.last = Object.assign(this, { url })
    queueMicrotask(() => this.dispatchEvent(new Event('open')))
  }
}

export const lastEventSource = () => Exchanges.last

/** What a person can see and do. */
function person({ document, MouseEvent }) {
  const shown = (element) => !element.closest('[hidden]')
  const page = () => [...document.querySelectorAll('page')].find(shown)
  const named = (root, selector, text) => [...root.querySelectorAll(selector)].find((it) => shown(it) && it.textContent.trim() === text)

  const sees = (text) => until(() => document.querySelector('.phone').textContent.includes(text), () => `${text} in: ${document.querySelector('.phone').textContent}`)
  const find = (root, selector, text) => until(() => named(root(), selector, text), () => `${text} in: ${root().textContent}`)

  return {
    page,
    sees,
    title: () => document.getElementById('title').textContent,
    find: (selector) => until(() => page().querySelector(selector), () => `${selector} in: ${page().innerHTML}`),
    has: (text) => page().textContent.includes(text),
    back: () => document.getElementById('back').click(),
    dialog: () => document.querySelector('[role=dialog]'),

    async tap(text) {
      const target = await find(page, 'button', text)
      for (const type of ['mousedown', 'mouseup']) target.dispatchEvent(new MouseEvent(type, { bubbles: true }))
    },

    async choose(text) {
      const dialog = await until(() => document.querySelector('[role=dialog]'), () => `a dialog with ${text}`)
      ;(await find(() => dialog, 'button', text)).click()
    },
  }
}

export async function until(condition, what) {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((next) => setTimeout(next, 5))) {
    const met = condition()
    if (met) return met
  }
  throw new Error(`waited in vain for ${what()}`)
}
