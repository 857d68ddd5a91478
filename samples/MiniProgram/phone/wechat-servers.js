/** WeChat's servers as the WeChat app sees them: the sandbox's control routes, at the host that served this page. */
export const createWeChatServers = ({ openId, nickName, phoneNumber }) => ({
  login: () => post('/sandbox/login', { openId }),
  profile: (shownName = nickName) => post('/sandbox/profile', { openId, nickName: shownName }),
  phone: () => post('/sandbox/phone', { openId, phoneNumber }),
  phoneCode: () => post('/sandbox/phone-code', { openId }),
})

async function post(path, body) {
  const answer = await fetch(location.origin + path, { method: 'POST', body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer.json()
}
