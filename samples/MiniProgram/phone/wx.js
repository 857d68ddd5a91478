import { request, uploadFile } from './network.js'

/** What a mini program sees as `wx`, of those APIs that the sample uses. */
export function createWx({ library, servers, consent, dialogs, screen, storage }) {
  const wx = {
    canIUse: library.has,

    getStorageSync: (key) => JSON.parse(storage.getItem(key) ?? '""'),
    setStorageSync: (key, value) => storage.setItem(key, JSON.stringify(value)),
    removeStorageSync: (key) => storage.removeItem(key),

    login: api('login', servers.login),
    request: api('request', request),
    uploadFile: api('uploadFile', uploadFile),

    showModal: api('showModal', async (options) => {
      const confirm = await dialogs.modal(options)
      return { confirm, cancel: !confirm }
    }),
    navigateTo: api('navigateTo', async ({ url }) => screen.open(url)),
    navigateBack: api('navigateBack', async () => screen.back()),
  }
  if (library.has('getUserProfile')) wx.getUserProfile = api('getUserProfile', consent.profile)
  return wx
}

/** The callbacks and the errMsg that all of wx shares. */
const api = (name, work) => (options = {}) => {
  work(options).then(
    (result) => options.success?.({ errMsg: `${name}:ok`, ...result }),
    (error) => options.fail?.({ errMsg: `${name}:fail ${error.message}` }),
  )
}
