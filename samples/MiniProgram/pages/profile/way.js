/** How this base library lets the user give avatar and nickname, newest first. */
function wayToProfile() {
  if (wx.canIUse('button.open-type.chooseAvatar')) return 'chooseAvatar'
  // From November 2022 on it answers everyone's name as 微信用户, which is why it comes second.
  if (typeof wx.getUserProfile === 'function') return 'getUserProfile'
  if (wx.canIUse('button.open-type.getUserInfo')) return 'getUserInfo'
  return 'none'
}

module.exports = { wayToProfile }
