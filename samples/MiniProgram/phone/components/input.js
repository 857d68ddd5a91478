import { element } from '../element.js'
import slot from './slot.wxml'

/** <input>. For type="nickname" the keyboard offers the person's WeChat name. */
export const input = (define, { library, person, over }) => {
  function offerName(field) {
    const offer = element('button', { className: 'keyboard', type: 'button', textContent: `用微信昵称  ${person.nickName}` })
    // On mousedown, because the click comes after the field has lost the focus.
    offer.addEventListener('mousedown', () => (field.value = person.nickName))
    field.addEventListener('blur', () => offer.remove(), { once: true })
    over.append(offer)
  }

  return ['type', 'name', 'placeholder']
    .reduce((defined, name) => defined.property(name, String), define)
    .property('maxlength', Number)
    .template(slot)
    .lifetime('attached', function () {
      const { type, name, placeholder, maxlength } = this.data
      Object.assign(this.$$, { type: 'text', name, placeholder, maxLength: maxlength || 140 })
      if (type === 'nickname' && library.has('input.type.nickname')) this.$$.addEventListener('focus', () => offerName(this.$$))
    })
}
