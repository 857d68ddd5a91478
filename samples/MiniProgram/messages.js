/** @param {any} problem */
function messageOf(problem) {
  switch (problem.code) {
    case 'login_again': return '登录已过期，请重新登录'
    case 'slow_down': return `操作太频繁，请 ${problem.retryAfter} 秒后再试`
    case 'blocked': return '该微信账号暂时无法登录'
    case 'bad_user_data': return '数据校验未通过，请重试'
    case 'login_failed': return '登录失败，请重试'
    case 'logged_out': return '已退出登录'
    case 'too_large': return '图片太大，请换一张'
    case 'refused': return '操作未成功，请稍后再试'
    case 'offline': return '连接不上服务器，请检查网络后再试'
    default: return '服务暂时不可用，请稍后再试'
  }
}

/**
 * Why wx gave no user data: the person said no; or WeChat did, for example because the privacy guideline does not name this data.
 * @param {string} errMsg
 * @param {string} refused what to tell the person who said no
 */
function messageOfRefusal(errMsg, refused) {
  if (/deny|denied|cancel/.test(errMsg)) return refused
  console.warn(errMsg)
  return '暂时无法获取，请稍后再试'
}

module.exports = { messageOf, messageOfRefusal }
