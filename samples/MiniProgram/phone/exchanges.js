import { element } from './element.js'

const names = { 'mini program': '小程序', host: '服务器', WeChat: '微信' }

/** The live list of what the mini program, the host and WeChat said to each other, as the host masked it, in the order of asking. */
export function showExchanges(list) {
  const source = new EventSource('exchanges')
  source.addEventListener('message', ({ data }) => {
    insert(list, row(JSON.parse(data)))
    list.parentElement.scrollTop = list.parentElement.scrollHeight
  })
  // Whoever logs in before the list listens is missing from it; but a list is no reason to wait for long.
  return new Promise((ready) => {
    source.addEventListener('open', ready)
    source.addEventListener('error', ready)
    setTimeout(ready, 1000)
  })
}

/** What is told first ended first. The times have more digits than a Date, and sort as text. */
function insert(list, added) {
  const at = (row) => row.querySelector('time').dateTime
  const later = [...list.children].find((row) => at(row) > at(added))
  list.insertBefore(added, later ?? null)
}

const row = ({ at, from, to, method, path, status, milliseconds, body }) =>
  element(
    'li',
    { className: to === 'WeChat' ? 'wechat' : '' },
    element('time', { dateTime: at, textContent: new Date(at).toLocaleTimeString('zh-CN', { hour12: false }) }),
    element('b', { textContent: `${names[from] ?? from} → ${names[to] ?? to}` }),
    element('code', { textContent: `${method} ${path}` }),
    element('span', { className: status < 400 ? 'good' : 'bad', textContent: `${status}` }),
    element('small', { textContent: `${milliseconds} ms` }),
    body && element('pre', {}, ...breakable(body)),
  )

/** Long JSON breaks between its members, where it can. */
const breakable = (json) => json.split(/(?<=,)/).flatMap((part, index) => (index ? [element('wbr'), part] : part))
