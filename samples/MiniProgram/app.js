const { host } = require('./config')
const { send, problem } = require('./http')

const options = {
  globalData: {
    /** @type {Profile | null} */
    profile: null,
  },

  /** @type {Tokens | null} */
  tokens: null,
  loggedOut: false,
  /** @type {Promise<void> | null} */
  loggingIn: null,
  /** @type {Promise<void> | null} */
  refreshing: null,

  onLaunch() {
    this.tokens = wx.getStorageSync('tokens') || null
    this.loggedOut = wx.getStorageSync('loggedOut') === true
    if (!this.loggedOut) this.login().catch(() => {}) // the page that waits for it says why
  },

  /** Everyone who asks while a login is under way shares it. */
  login() {
    if (!this.loggingIn) this.loggingIn = this.exchangeCode().finally(() => (this.loggingIn = null))
    return this.loggingIn
  },

  async exchangeCode() {
    const { code } = await /** @type {Promise<{ code: string }>} */ (
      new Promise((success, reject) => {
        wx.login({
          success,
          fail({ errMsg }) {
            console.warn(errMsg)
            reject(problem('offline'))
          },
        })
      })
    )
    try {
      this.keepTokens(await send({ method: 'POST', path: '/login', data: { code } }))
    } catch (refused) {
      // Of a fresh code it means that the host does not know this mini program's codes, not that a login expired.
      throw /** @type {Problem} */ (refused).code === 'login_again' ? problem('login_failed') : refused
    }
    this.loggedOut = false
    wx.removeStorageSync('loggedOut')
  },

  refresh() {
    if (!this.refreshing) this.refreshing = this.exchangeRefreshToken().finally(() => (this.refreshing = null))
    return this.refreshing
  },

  async exchangeRefreshToken() {
    if (!this.tokens) throw problem('login_again')
    const { refreshToken } = this.tokens
    this.keepTokens(await send({ method: 'POST', path: '/login/refresh', data: { refreshToken } }))
  },

  /** @param {Tokens | null} tokens */
  keepTokens(tokens) {
    if (!tokens || !tokens.accessToken) throw problem('unavailable')
    this.tokens = { accessToken: tokens.accessToken, refreshToken: tokens.refreshToken }
    wx.setStorageSync('tokens', this.tokens)
  },

  /**
   * Asks the host. When the login has expired, it is renewed once and the request repeated.
   * @param {HostRequest} request
   */
  async request(request) {
    if (this.loggedOut) throw problem('logged_out')
    if (this.loggingIn) await this.loggingIn.catch(orUse(this.tokens))
    const token = this.tokens ? this.tokens.accessToken : undefined
    try {
      return await send({ ...request, token })
    } catch (expired) {
      if (/** @type {Problem} */ (expired).code !== 'login_again') throw expired
    }

    // Another request may have renewed it in the meantime.
    if (!this.tokens || this.tokens.accessToken === token) await this.renew(request)
    return send({ ...request, token: this.tokens ? this.tokens.accessToken : undefined })
  },

  /** @param {HostRequest} request */
  async renew({ consented }) {
    try {
      await this.refresh()
    } catch (refused) {
      if (/** @type {Problem} */ (refused).code !== 'login_again') throw refused
      this.forget()
      // wx.login may replace the session_key, and data that the user has just given was encrypted and signed with the present one.
      if (consented) throw refused
      await this.login()
    }
  },

  /** The user's profile: asked for once, then kept. */
  async loadProfile() {
    return this.globalData.profile || this.keepProfile(await this.request({ path: '/me' }))
  },

  /** @param {Profile} profile */
  keepProfile(profile) {
    const { avatarUrl } = profile
    const onHost = avatarUrl && avatarUrl.startsWith('/')
    return (this.globalData.profile = { ...profile, avatarUrl: onHost ? host + avatarUrl : avatarUrl })
  },

  /** Whoever logs out stays out, after the next launch too, until a tap on the login button. */
  async logout() {
    await this.request({ method: 'POST', path: '/logout' })
    this.forget()
    this.loggedOut = true
    wx.setStorageSync('loggedOut', true)
  },

  forget() {
    this.tokens = null
    this.globalData.profile = null
    wx.removeStorageSync('tokens')
  },
}

/**
 * A login that fails leaves the one of last time, where there is one.
 * @param {Tokens | null} tokens
 */
function orUse(tokens) {
  return (/** @type {Problem} */ failed) => {
    if (!tokens) throw failed
  }
}

/** @typedef {typeof options} App */

App(options)
