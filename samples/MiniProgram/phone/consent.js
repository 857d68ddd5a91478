import { keep, pictures } from './pictures.js'

/** What WeChat gives a mini program only when the person says yes. A no is an error whose message is WeChat's. */
export function createConsent({ library, person, servers, dialogs }) {
  return {
    async profile({ desc = '' } = {}) {
      const agreed = await dialogs.authorise({ title: '获取你的昵称、头像', subject: person.nickName, picture: pictures.wechat, desc })
      if (!agreed) throw new Error('auth deny')
      const data = await servers.profile(library.has('anonymousProfile') ? '微信用户' : person.nickName)
      return { ...data, userInfo: JSON.parse(data.rawData) }
    },

    async phone() {
      const shown = person.phoneNumber.replace(/^(\d{3})\d{4}/, '$1****')
      if (!(await dialogs.authorise({ title: '申请获取并验证你的手机号', subject: shown }))) throw new Error('user deny')
      const data = await servers.phone()
      return library.has('button.open-type.getPhoneNumber.code') ? { ...data, ...(await servers.phoneCode()) } : data
    },

    async avatar() {
      const chosen = await dialogs.choose({ wechat: '用微信头像', album: '从相册选择' })
      if (!chosen) throw new Error('cancel')
      return { avatarUrl: keep(pictures[chosen]) }
    },
  }
}
