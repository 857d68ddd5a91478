import slot from './slot.wxml'

/** <button>, with the open-types that ask the person for something. */
export const button = (define, { library, consent }) => {
  const ask = { getUserInfo: consent.profile, getPhoneNumber: consent.phone, chooseAvatar: consent.avatar }

  async function open(component) {
    const { openType } = component.data
    if (!library.has(`button.open-type.${openType}`)) return
    const detail = await ask[openType]().then(
      (given) => ({ errMsg: `${openType}:ok`, ...given }),
      (refused) => ({ errMsg: `${openType}:fail ${refused.message}` }),
    )
    // WeChat tells a page nothing of a sheet for avatars that was closed.
    if (openType !== 'chooseAvatar' || detail.avatarUrl) component.triggerEvent(openType.toLowerCase(), detail)
  }

  return define
    .property('openType', String)
    .property('formType', String)
    .template(slot)
    .lifetime('created', function () {
      this.$$.type = 'button'
      this.addListener('tap', () => {
        if (this.data.openType) open(this)
        if (this.data.formType === 'submit') this.$$.closest('form').requestSubmit()
      })
    })
}
