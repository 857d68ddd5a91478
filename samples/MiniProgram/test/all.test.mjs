import assert from 'node:assert/strict'
import { after, afterEach, before } from 'node:test'
import { startHost } from './host.mjs'
import { exchangesTests } from './exchanges.mjs'
import { loginTests } from './login.mjs'
import { mishaps, warnings } from './phone.mjs'
import { phoneNumberTests } from './phone-number.mjs'
import { profileTests } from './profile.mjs'
import { renewalTests } from './renewal.mjs'

// One host for all of them: it takes longer to start than they take to run.
const host = {}
before(async () => Object.assign(host, await startHost()))
after(() => host.stop?.())
afterEach(() => {
  warnings.splice(0)
  assert.deepEqual(mishaps.splice(0), [])
})

loginTests(host)
profileTests(host)
phoneNumberTests(host)
renewalTests(host)
exchangesTests(host)
