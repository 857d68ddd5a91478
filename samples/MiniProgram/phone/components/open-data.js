import { pictures } from '../pictures.js'
import template from './open-data.wxml'

/** <open-data>: what WeChat shows of the person without telling the mini program. It went grey for all newer ones in 2022. */
export const openData = (define, { library, person }) => {
  const grey = library.has('anonymousProfile')
  return define
    .property('type', String)
    .data(() => ({
      picture: grey ? pictures.stranger : pictures.wechat,
      name: grey ? '微信用户' : person.nickName,
    }))
    .template(template)
}
