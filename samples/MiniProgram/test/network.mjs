/**
 * The phone's network: real HTTP to the host, with a record of what was asked. A test may take the host away, or let tokens
 * expire, which is done by sending them spoiled.
 */
export function network(origin, { hostDown = false, cutPath, hold, answers = {} } = {}) {
  const sent = []
  const expired = new Set()
  const canned = new Map(Object.entries(answers))
  const state = { hostDown, cutPath, allExpired: false, held: null }
  const holdNext = (path) => {
    let release
    state.held = { path, released: new Promise((resolve) => (release = resolve)) }
    return release
  }

  async function send(url, options = {}) {
    const { pathname } = new URL(url)
    const headers = { ...options.headers }
    const token = headers.Authorization?.replace('Bearer ', '')
    const body = typeof options.body === 'string' ? JSON.parse(options.body) : undefined
    sent.push({ method: options.method ?? 'GET', path: pathname, token, body })

    if (state.held?.path === pathname) {
      const { released } = state.held
      state.held = null
      await released
    }
    if (expired.has(token) || (state.allExpired && token)) headers.Authorization = `Bearer ${token.slice(0, -8)}`
    const spoiled = expired.has(body?.refreshToken) ? JSON.stringify({ refreshToken: body.refreshToken.slice(0, -8) }) : options.body
    // Nothing listens on port 1, so the refusal is the system's own.
    const target = (state.hostDown && !pathname.startsWith('/sandbox/')) || pathname === state.cutPath ? 'http://127.0.0.1:1' : origin
    if (canned.has(pathname)) return canned.get(pathname)
    return fetch(target + pathname, { ...options, headers, body: spoiled })
  }

  return {
    fetch: send,
    sent,
    count: (method, path) => sent.filter((request) => request.method === method && request.path === path).length,
    last: (path) => sent.findLast((request) => request.path === path),
    expire: (...tokens) => tokens.forEach((token) => expired.add(token)),
    /** Answers in the host's place, as a proxy before it may; without a response, no more. */
    answer: (path, response) => (response ? canned.set(path, response) : canned.delete(path)),
    expireAll: () => (state.allExpired = true),
    /** Holds the next request for a path back, until what this returns is called. */
    holdNext,
    release: hold && holdNext(hold),
    cutAt: (path) => (state.cutPath = path),
    cut: () => (state.hostDown = true),
    mend: () => (state.hostDown = false),
  }
}
