import { toBlob } from './pictures.js'

/** wx.request and wx.uploadFile, as real HTTP. The host that config.js names is here the one that served this page. */
const addressOf = (url) => {
  const { pathname, search } = new URL(url)
  return location.origin + pathname + search
}

export async function request({ url, method = 'GET', data, header }) {
  const answer = await fetch(addressOf(url), {
    method,
    headers: { ...header, 'Content-Type': 'application/json' },
    body: data && JSON.stringify(data),
  })
  return { ...read(answer), data: parsed(await answer.text()) }
}

export async function uploadFile({ url, filePath, name, header }) {
  const body = new FormData()
  body.append(name, toBlob(filePath), filePath.split('/').pop())
  const answer = await fetch(addressOf(url), { method: 'POST', headers: header, body })
  return { ...read(answer), data: await answer.text() }
}

const read = (answer) => ({ statusCode: answer.status, header: Object.fromEntries(answer.headers) })

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
