/** @param {any} problem */
function messageOf(problem) {
  switch (problem.code) {
    case 'login_again': return '登录已过期，请重新登录'
    case 'slow_down': return `操作太频繁，请 ${problem.retryAfter} 秒后再试`
    case 'blocked': return '该微信账号暂时无法登录'
    case 'bad_user_data': return '数据校验未通过，请重新授权'
    case 'offline': return '连接不上服务器，请检查网络后再试'
    default: return '服务暂时不可用，请稍后再试'
  }
}

module.exports = { messageOf }
