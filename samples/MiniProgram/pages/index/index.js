const { messageOf, messageOfRefusal } = require('../../messages')

const app = /** @type {LoginApp} */ (getApp())

Page({
  data: {
    /** @type {'wait' | 'in' | 'out'} */
    state: 'wait',
    // What shows avatar and nickname without asking, and without the host learning them. Newer libraries show everyone the same grey face.
    openData: wx.canIUse('open-data.type.userNickName') && !wx.canIUse('button.open-type.chooseAvatar'),
  },

  async onShow() {
    try {
      this.setData({ state: 'in', message: '', profile: await app.loadProfile() })
    } catch (problem) {
      this.showProblem(problem, 'out')
    }
  },

  async onLogin() {
    this.setData({ state: 'wait', message: '' })
    try {
      await app.login()
      await this.onShow()
    } catch (problem) {
      this.showProblem(problem, 'out')
    }
  },

  onAsk() {
    wx.showModal({
      title: '完善资料',
      content: '头像和昵称将用于展示你的会员资料，是否继续？',
      success: ({ confirm }) => {
        if (confirm) wx.navigateTo({ url: '/pages/profile/profile' })
        else this.setData({ message: '未获取头像和昵称，可随时再来完善' })
      },
    })
  },

  /** @param {WechatMiniprogram.ButtonGetPhoneNumber} event */
  async onPhone({ detail: { errMsg, code, encryptedData, iv } }) {
    if (errMsg !== 'getPhoneNumber:ok') return this.setData({ message: messageOfRefusal(errMsg, '你拒绝了手机号授权') })
    try {
      // Libraries before 2.21.2 give no code.
      const data = code ? { code } : { encryptedData, iv }
      const profile = await app.request({ method: 'POST', path: '/me/phone', data, consented: true })
      this.setData({ message: '', profile: app.keepProfile(profile) })
    } catch (problem) {
      this.showProblem(problem, 'in')
    }
  },

  async onLogout() {
    try {
      await app.logout()
      this.setData({ state: 'out', message: '已退出登录', profile: null })
    } catch (problem) {
      this.showProblem(problem, 'in')
    }
  },

  /**
   * @param {any} problem
   * @param {'in' | 'out'} state
   */
  showProblem(problem, state) {
    this.setData({ state: problem.code === 'login_again' || !app.tokens ? 'out' : state, message: messageOf(problem) })
  },
})
