const query = new URLSearchParams(location.search)

function remembered(key, fresh) {
  const value = query.get(key) || localStorage.getItem(`phone.${key}`) || fresh()
  localStorage.setItem(`phone.${key}`, value)
  return value
}

/** Who holds the phone. */
export const person = {
  openId: remembered('openId', () => `oPhone-${Math.random().toString(36).slice(2, 14)}`),
  nickName: '微信小明',
  phoneNumber: '13580006666',
}

export const libraryVersion = remembered('library', () => '3.8.5')
