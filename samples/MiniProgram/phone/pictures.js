import album from './pictures/album.png'
import stranger from './pictures/stranger.png'
import wechat from './pictures/wechat.png'

export const pictures = { album, stranger, wechat }

const temporary = new Map()

/** Gives a picture the kind of path that a mini program gets for a file. */
export function keep(picture) {
  const path = `wxfile://tmp_${temporary.size + 1}.png`
  temporary.set(path, picture)
  return path
}

/** What an <img> shows for a mini program's src. Nothing is fetched but from the host that served this page. */
export function sourceOf(src) {
  if (temporary.has(src)) return temporary.get(src)
  if (!/^https?:/.test(src)) return src
  const { hostname, pathname, search } = new URL(src)
  return hostname.endsWith('.qlogo.cn') ? wechat : location.origin + pathname + search
}

export function toBlob(path) {
  const [, type, base64] = /^data:(.*);base64,(.*)$/.exec(sourceOf(path))
  return new Blob([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], { type })
}
