import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import { openPhone, warnings } from './phone.mjs'
import { sandbox } from './sandbox.mjs'

export const loginTests = (host) =>
  describe('login', () => {
    afterEach(() => sandbox(host).mend())

    test('on launch the code of wx.login becomes a token, kept in storage', async () => {
      const phone = await openPhone(host, { hold: '/login' })
      assert.equal(phone.title(), '我的')
      assert.ok(phone.has('登录中…'))
      assert.ok(phone.page().querySelector('.person .avatar'))

      phone.wire.release()
      await phone.sees('完善头像和昵称')

      assert.deepEqual(
        phone.wire.sent.map(({ method, path }) => `${method} ${path}`),
        ['POST /sandbox/login', 'POST /login', 'GET /me'],
      )
      assert.ok(phone.has('微信用户'))
      assert.ok(!phone.has('登录中…'))
      const { accessToken, refreshToken } = phone.stored('tokens')
      assert.equal(phone.wire.last('/me').token, accessToken)
      assert.ok(refreshToken)
    })

    test('a token from last time carries the user through an outage of WeChat', async () => {
      const first = await openPhone(host)
      await first.sees('完善头像和昵称')
      await sandbox(host).fail({ kind: 'errcode', errCode: -1 })

      const again = await openPhone(host, { openId: first.openId, storage: { tokens: first.stored('tokens') } })
      await again.sees('完善头像和昵称')

      assert.equal(again.wire.last('/me').token, first.stored('tokens').accessToken)
    })

    for (const [name, fault, message] of [
      ['WeChat is down', { kind: 'errcode', errCode: -1 }, '服务暂时不可用，请稍后再试'],
      ['too many logins', { kind: 'errcode', errCode: 45011 }, /操作太频繁，请 \d+ 秒后再试/],
      ['a blocked user', { kind: 'errcode', errCode: 40226 }, '该微信账号暂时无法登录'],
    ]) {
      test(`${name}: said, and tried again with a tap`, async () => {
        await sandbox(host).fail(fault)
        const phone = await openPhone(host)

        await phone.find('.note')
        await phone.sees('微信登录')
        assert.match(phone.page().textContent, message instanceof RegExp ? message : new RegExp(message))

        await sandbox(host).mend()
        await phone.tap('微信登录')
        assert.ok(phone.has('登录中…'))
        await phone.sees('完善头像和昵称')
        assert.equal(phone.wire.count('POST', '/sandbox/login'), 2)
      })
    }

    test('too many requests: said with the time that the host asked for', async () => {
      const phone = await openPhone(host)
      await phone.sees('退出登录')
      phone.wire.answer('/logout', Response.json({ code: 'slow_down' }, { status: 429, headers: { 'Retry-After': '17' } }))
      await phone.tap('退出登录')
      await phone.sees('操作太频繁，请 17 秒后再试')
    })

    test('an answer that is not the host\'s own: said', async () => {
      const phone = await openPhone(host)
      await phone.sees('退出登录')
      phone.wire.answer('/logout', new Response('<h1>Bad Gateway</h1>', { status: 502 }))
      await phone.tap('退出登录')
      await phone.sees('服务暂时不可用，请稍后再试')
    })

    for (const [name, answer] of [
      ['is not JSON', () => new Response('<h1>Welcome to the hotel</h1>')],
      ['is empty', () => new Response('')],
      ['is null', () => Response.json(null)],
      ['holds no token', () => Response.json({})],
    ]) {
      test(`a login whose 200 ${name}: said, and tried again with a tap`, async () => {
        const phone = await openPhone(host, { answers: { '/login': answer() } })
        await phone.sees('服务暂时不可用，请稍后再试')
        assert.equal(phone.stored('tokens'), null)

        phone.wire.answer('/login')
        await phone.tap('微信登录')
        await phone.sees('完善头像和昵称')
      })
    }

    test('a login that the host refuses is no expired one', async () => {
      await sandbox(host).fail({ kind: 'errcode', errCode: 40029 })
      const phone = await openPhone(host)

      await phone.sees('登录失败，请重试')
      await phone.sees('微信登录')
    })

    for (const [time, headers] of [['no time', {}], ['a date', { 'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT' }]]) {
      test(`too many requests with ${time}: said with a minute`, async () => {
        const phone = await openPhone(host)
        await phone.sees('退出登录')
        phone.wire.answer('/logout', Response.json({ code: 'slow_down' }, { status: 429, headers }))
        await phone.tap('退出登录')
        await phone.sees('操作太频繁，请 60 秒后再试')
      })
    }

    test('what the host refuses for another reason: said', async () => {
      const phone = await openPhone(host)
      await phone.sees('退出登录')
      phone.wire.answer('/logout', Response.json({ code: 'refused' }, { status: 409 }))
      await phone.tap('退出登录')
      await phone.sees('操作未成功，请稍后再试')
    })

    test('a host that is down: said, and tried again with a tap', async () => {
      const phone = await openPhone(host, { hostDown: true })
      await phone.sees('连接不上服务器，请检查网络后再试')
      assert.match(warnings[0], /^request:fail/)
      assert.equal(phone.stored('tokens'), null)

      await phone.tap('微信登录')
      await phone.sees('连接不上服务器')
      assert.deepEqual([phone.wire.count('POST', '/sandbox/login'), phone.wire.count('GET', '/me')], [2, 0])

      phone.wire.mend()
      await phone.tap('微信登录')
      await phone.sees('完善头像和昵称')
      assert.ok(!phone.has('连接不上服务器'))
    })

    test('a wx.login that fails: said', async () => {
      const phone = await openPhone(host, { cutPath: '/sandbox/login' })
      await phone.sees('连接不上服务器，请检查网络后再试')
      assert.match(warnings[0], /^login:fail/)
    })

    test('logging out forgets the tokens and the profile', async () => {
      const phone = await openPhone(host)
      await phone.sees('退出登录')

      await phone.tap('退出登录')
      await phone.sees('已退出登录')

      assert.equal(phone.stored('tokens'), null)
      assert.equal(phone.wire.count('POST', '/logout'), 1)
      assert.ok(!phone.has('手机号'))

      await phone.tap('微信登录')
      await phone.sees('手机号')
      assert.equal(phone.wire.count('GET', '/me'), 2)
    })

    test('whoever logged out stays out, until a tap', async () => {
      const phone = await openPhone(host)
      await phone.tap('退出登录')
      await phone.sees('已退出登录')
      const asked = phone.wire.sent.length

      await phone.window.getCurrentPages()[0].onShow()
      const next = await openPhone(host, { openId: phone.openId, storage: { loggedOut: phone.stored('loggedOut') } })

      await next.sees('已退出登录')
      await phone.sees('已退出登录')
      assert.deepEqual([phone.wire.sent.length, next.wire.sent.length], [asked, 0])

      await next.tap('微信登录')
      await next.sees('手机号')
      assert.equal(next.stored('loggedOut'), null)
    })

    test('logging out of a host that is down leaves the user in, and says so', async () => {
      const phone = await openPhone(host)
      await phone.sees('退出登录')
      phone.wire.cut()

      await phone.tap('退出登录')
      await phone.sees('连接不上服务器')

      assert.ok(phone.stored('tokens'))
      assert.ok(phone.has('手机号'))
    })
  })
