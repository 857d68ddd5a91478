import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../LoginApi', import.meta.url))

/** Starts LoginApi with the sandbox inside, on a free port. LOGIN_API names one that runs already. */
export async function startHost() {
  if (process.env.LOGIN_API) return { url: process.env.LOGIN_API, stop() {} }

  const url = `http://127.0.0.1:${await freePort()}`
  // In a process group of its own: dotnet run starts the host as a child.
  const host = spawn('dotnet', ['run', '--project', project, '--no-launch-profile'], {
    env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', ASPNETCORE_URLS: url },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  host.stdout.on('data', (text) => (said += text))
  host.stderr.on('data', (text) => (said += text))
  const ended = new Promise((_, reject) => host.on('exit', (code) => reject(new Error(`LoginApi ended with ${code}:\n${said}`))))
  ended.catch(() => {})

  await Promise.race([answers(`${url}/phone/`), ended])
  return { url, stop: () => process.kill(-host.pid) }
}

async function freePort() {
  const server = createServer()
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address()
  await new Promise((closed) => server.close(closed))
  return port
}

async function answers(url) {
  for (const until = Date.now() + 180_000; Date.now() < until; await new Promise((next) => setTimeout(next, 200))) {
    if (await fetch(url).then(() => true, () => false)) return
  }
  throw new Error(`nothing answered at ${url}`)
}
