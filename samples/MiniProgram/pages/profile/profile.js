const { messageOf } = require('../../messages')
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
      fail: () => this.showRefusal(),
    })
  },

  /** @param {WechatMiniprogram.ButtonGetUserInfo} event */
  onUserInfo({ detail }) {
    if (detail.errMsg === 'getUserInfo:ok') this.sendSigned(detail)
    else this.showRefusal()
  },

  showRefusal() {
    this.setData({ message: '你拒绝了授权，未获取头像和昵称' })
  },

  /** @param {WechatMiniprogram.GetUserProfileSuccessCallbackResult | WechatMiniprogram.GetUserInfoSuccessCallbackResult} user */
  sendSigned({ rawData, signature, encryptedData, iv }) {
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
