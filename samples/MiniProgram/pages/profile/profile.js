const { messageOf, messageOfRefusal } = require('../../messages')
const { wayToProfile } = require('./way')

const app = /** @type {LoginApp} */ (getApp())

Page({
  data: {
    way: wayToProfile(),
    avatar: '',
  },

  onGetUserProfile() {
    wx.getUserProfile({
      desc: '用于展示会员资料',
      success: (user) => this.sendSigned(user),
      fail: ({ errMsg }) => this.showRefusal(errMsg),
    })
  },

  /** @param {WechatMiniprogram.ButtonGetUserInfo} event */
  onUserInfo({ detail }) {
    if (detail.errMsg === 'getUserInfo:ok') this.sendSigned(detail)
    else this.showRefusal(detail.errMsg)
  },

  /** @param {string} errMsg */
  showRefusal(errMsg) {
    this.setData({ message: messageOfRefusal(errMsg, '你拒绝了授权，未获取头像和昵称') })
  },

  /** @param {WechatMiniprogram.GetUserProfileSuccessCallbackResult | WechatMiniprogram.GetUserInfoSuccessCallbackResult} user */
  sendSigned({ userInfo, rawData, signature, encryptedData, iv }) {
    // What WeChat calls everyone since November 2022 is nobody's name.
    if (userInfo.nickName === '微信用户') return this.setData({ message: '微信没有提供昵称，请升级微信后再试' })
    return this.save({ method: 'POST', path: '/me/profile', data: { rawData, signature, encryptedData, iv }, consented: true })
  },

  /** @param {WechatMiniprogram.CustomEvent<{ avatarUrl: string }>} event */
  onAvatar({ detail }) {
    this.setData({ avatar: detail.avatarUrl })
  },

  /** @param {WechatMiniprogram.FormSubmit} event */
  async onSave({ detail }) {
    const nickName = detail.value.nickName.trim()
    const filePath = this.data.avatar
    if (!nickName || !filePath) return this.setData({ message: '请选择头像并填写昵称' })
    await this.save({ method: 'POST', path: '/me/avatar', filePath }, { method: 'PUT', path: '/me/profile', data: { nickName } })
  },

  /** @param {HostRequest[]} requests the last one's answer is the whole profile */
  async save(...requests) {
    try {
      for (const request of requests) app.keepProfile(await app.request(request))
      wx.navigateBack()
    } catch (problem) {
      const expired = /** @type {Problem} */ (problem).code === 'login_again'
      this.setData({ message: expired ? '登录已过期，请返回后重试' : messageOf(problem) })
    }
  },
})
