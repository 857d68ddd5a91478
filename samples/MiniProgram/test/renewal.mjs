import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openPhone, until } from './phone.mjs'

const logins = ({ wire }) => wire.count('POST', '/sandbox/login')
const refreshes = ({ wire }) => wire.count('POST', '/login/refresh')

async function openLoggedIn(host, library) {
  const phone = await openPhone(host, { library })
  await phone.sees('绑定')
  const { accessToken, refreshToken } = phone.stored('tokens')
  return { phone, app: phone.window.getApp(), accessToken, refreshToken }
}

export const renewalTests = (host) =>
  describe('an expired login', () => {
    test('is renewed once, and the request repeated', async () => {
      const { phone, app, accessToken } = await openLoggedIn(host)
      phone.wire.expire(accessToken)

      const profile = await app.request({ path: '/me' })

      assert.equal(profile.nickName, null)
      assert.deepEqual([refreshes(phone), logins(phone), phone.wire.count('GET', '/me')], [1, 1, 3])
      assert.notEqual(phone.stored('tokens').accessToken, accessToken)
      assert.equal(phone.wire.last('/me').token, phone.stored('tokens').accessToken)
    })

    test('is renewed once for all who meet it together', async () => {
      const { phone, app, accessToken } = await openLoggedIn(host)
      phone.wire.expire(accessToken)

      await Promise.all([1, 2, 3].map(() => app.request({ path: '/me' })))

      assert.equal(refreshes(phone), 1)
    })

    test('is not renewed again for one who hears of it late', async () => {
      const { phone, app, accessToken } = await openLoggedIn(host)
      phone.wire.expire(accessToken)
      const late = phone.wire.holdNext('/me')
      const first = app.request({ path: '/me' })
      await app.request({ path: '/me' })
      assert.equal(refreshes(phone), 1)

      late()
      await first

      assert.equal(refreshes(phone), 1)
    })

    test('whose renewal has expired too becomes a new login, once for all', async () => {
      const { phone, app, accessToken, refreshToken } = await openLoggedIn(host)
      phone.wire.expire(accessToken, refreshToken)

      await Promise.all([1, 2].map(() => app.request({ path: '/me' })))

      assert.deepEqual([refreshes(phone), logins(phone)], [1, 2])
    })

    test('is not renewed twice for one request', async () => {
      const { phone, app, accessToken } = await openLoggedIn(host)
      phone.wire.expire(accessToken)
      phone.wire.expireAll()

      await assert.rejects(app.request({ path: '/me' }), { code: 'login_again' })

      assert.deepEqual([refreshes(phone), phone.wire.count('GET', '/me')], [1, 3])
    })

    test('in the phone number callback is renewed without wx.login', async () => {
      const { phone, accessToken } = await openLoggedIn(host, '2.20.3')
      phone.wire.expire(accessToken)

      await phone.tap('绑定')
      await phone.choose('允许')
      await phone.sees('135****6666')

      assert.deepEqual([refreshes(phone), logins(phone)], [1, 1])
    })

    test('in the phone number callback never calls wx.login: the person does', async () => {
      const { phone, accessToken, refreshToken } = await openLoggedIn(host, '2.20.3')
      phone.wire.expire(accessToken, refreshToken)
      await phone.tap('绑定')
      await phone.choose('允许')

      await phone.sees('登录已过期，请重新登录')
      assert.equal(logins(phone), 1)
      assert.equal(phone.stored('tokens'), null)

      await phone.tap('微信登录')
      await phone.tap('绑定')
      await phone.choose('允许')
      await phone.sees('135****6666')
      assert.equal(logins(phone), 2)
    })

    test('in the profile callback never calls wx.login: the way back does', async () => {
      const { phone, accessToken, refreshToken } = await openLoggedIn(host, '2.20.3')
      phone.wire.expire(accessToken, refreshToken)
      const askForProfile = async () => {
        await phone.tap('完善头像和昵称')
        await phone.choose('确定')
        await phone.tap('获取头像昵称')
        await phone.choose('允许')
      }
      await askForProfile()

      await phone.sees('登录已过期，请返回后重试')
      assert.equal(logins(phone), 1)

      phone.back()
      await askForProfile()
      await until(() => phone.title() === '我的', () => 'the first page')
      await phone.sees('微信小明')
      assert.equal(logins(phone), 2)
    })

    test('without a host stays, for the next try', async () => {
      const { phone, app, accessToken } = await openLoggedIn(host)
      phone.wire.expire(accessToken)
      phone.wire.cutAt('/login/refresh')

      await assert.rejects(app.request({ path: '/me' }), { code: 'offline' })

      assert.equal(phone.stored('tokens').accessToken, accessToken)
      assert.equal(logins(phone), 1)
    })

    test('is no reason to renew when the answer is another', async () => {
      const { phone, app } = await openLoggedIn(host)
      await assert.rejects(app.request({ method: 'POST', path: '/me/phone', data: { encryptedData: 'AA==', iv: 'AA==' } }), { code: 'bad_user_data' })
      assert.equal(refreshes(phone), 0)
    })

    test('requests made during the launch wait for its login', async () => {
      const phone = await openPhone(host, { hold: '/login' })
      const asked = phone.window.getApp().request({ path: '/me' })
      phone.wire.release()
      await asked
      await until(() => phone.has('绑定'), () => 'the login')
      assert.deepEqual([logins(phone), refreshes(phone)], [1, 0])
    })

    test('logins asked for together are one', async () => {
      const { phone, app } = await openLoggedIn(host)
      await Promise.all([app.login(), app.login()])
      assert.equal(logins(phone), 2)
    })
  })
