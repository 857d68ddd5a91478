/** The control routes of WeChat's stand-in, for what a phone cannot do. */
export const sandbox = ({ url }) => ({
  fail: (fault) => control(`${url}/sandbox/faults`, 'POST', { always: true, ...fault }),
  mend: () => control(`${url}/sandbox/faults`, 'DELETE'),
  rotate: (openId) => control(`${url}/sandbox/rotate`, 'POST', { openId }),
})

async function control(url, method, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
}
