import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openPhone, warnings } from './phone.mjs'
import { sandbox } from './sandbox.mjs'

export const phoneNumberTests = (host) =>
  describe('phone number', () => {
    for (const [library, fields] of [['3.8.5', ['code']], ['2.20.3', ['encryptedData', 'iv']]]) {
      test(`${library} sends ${fields.join(' and ')}`, async () => {
        const phone = await openPhone(host, { library })
        await phone.tap('绑定')
        await phone.sees('申请获取并验证你的手机号')
        await phone.choose('允许')
        await phone.sees('135****6666')

        assert.deepEqual(Object.keys(phone.wire.last('/me/phone').body), fields)
        assert.ok(!phone.has('绑定'))
        assert.ok(phone.has('手机号'))
        assert.equal(phone.wire.count('GET', '/me'), 1)
        assert.equal(phone.wire.count('POST', '/sandbox/login'), 1)
      })
    }

    test('the number is kept beside the profile', async () => {
      const phone = await openPhone(host, { library: '2.20.3' })
      await phone.tap('完善头像和昵称')
      await phone.choose('确定')
      await phone.tap('获取头像昵称')
      await phone.choose('允许')
      await phone.tap('绑定')
      await phone.choose('允许')
      await phone.sees('135****6666')
      assert.equal(phone.page().querySelector('.name').textContent, '微信小明')
    })

    test('a refusal is respected, and the person may change their mind', async () => {
      const phone = await openPhone(host)
      await phone.tap('绑定')
      await phone.choose('拒绝')
      await phone.sees('你拒绝了手机号授权')
      assert.equal(phone.wire.count('POST', '/me/phone'), 0)

      await phone.tap('绑定')
      await phone.choose('允许')
      await phone.sees('135****6666')
      assert.ok(!phone.has('你拒绝了手机号授权'))
    })

    test('a number that WeChat does not give is no refusal of the person', async () => {
      const phone = await openPhone(host)
      await phone.sees('绑定')
      phone.wire.cutAt('/sandbox/phone')
      await phone.tap('绑定')
      await phone.choose('允许')

      await phone.sees('暂时无法获取，请稍后再试')
      assert.match(warnings[0], /^getPhoneNumber:fail/)
    })

    test('data that the host cannot verify is refused with a message', async () => {
      const phone = await openPhone(host, { library: '2.20.3' })
      await phone.sees('绑定')
      await sandbox(host).rotate(phone.openId)

      await phone.tap('绑定')
      await phone.choose('允许')

      await phone.sees('数据校验未通过，请重试')
      assert.ok(phone.has('绑定'))
    })
  })
