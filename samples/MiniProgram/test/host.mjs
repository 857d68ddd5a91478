import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../LoginApi', import.meta.url))

/** Starts LoginApi with the sandbox inside, on a port that the system gives it and that it tells. LOGIN_API names one that runs already. */
export async function startHost() {
  if (process.env.LOGIN_API) return { url: process.env.LOGIN_API, stop() {} }

  // In a process group of its own: dotnet run starts the host as a child.
  const host = spawn('dotnet', ['run', '--project', project, '--no-launch-profile'], {
    env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', ASPNETCORE_URLS: 'http://127.0.0.1:0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  return { url: await address(host), stop: () => process.kill(-host.pid) }
}

function address(host) {
  let said = ''
  return new Promise((resolve, reject) => {
    const listen = (text) => {
      said += text
      const told = /Open (http:\S+)\/phone\//.exec(said)
      if (told) resolve(told[1])
    }
    host.stdout.on('data', listen)
    host.stderr.on('data', listen)
    host.on('exit', (code) => reject(new Error(`LoginApi ended with ${code}:\n${said}`)))
    setTimeout(() => reject(new Error(`LoginApi does not listen:\n${said}`)), 180_000).unref()
  })
}
