/** Since which base library a thing is there, by the tables at developers.weixin.qq.com/miniprogram/dev. */
const since = {
  'button.open-type.getPhoneNumber': '1.2.0',
  'button.open-type.getUserInfo': '1.3.0',
  'open-data.type.userAvatarUrl': '2.0.1',
  'open-data.type.userNickName': '2.0.1',
  getUserProfile: '2.10.4',
  'button.open-type.chooseAvatar': '2.21.2',
  'button.open-type.getPhoneNumber.code': '2.21.2',
  'input.type.nickname': '2.21.2',
  anonymousProfile: '2.27.1',
}

export const versions = [
  ['3.8.5', '头像昵称填写'],
  ['2.20.3', 'getUserProfile、open-data'],
  ['2.9.5', 'getUserInfo 按钮、open-data'],
  ['1.9.98', 'getUserInfo 按钮'],
]

export const createLibrary = (version) => ({
  version,
  has: (thing) => thing in since && compare(version, since[thing]) >= 0,
})

function compare(left, right) {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number))
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}
