import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openPhone, until, warnings } from './phone.mjs'

const signed = ['rawData', 'signature', 'encryptedData', 'iv']

async function openProfile(host, library) {
  const phone = await openPhone(host, { library })
  await phone.tap('完善头像和昵称')
  await phone.choose('确定')
  await until(() => phone.title() === '完善资料', () => 'the profile page')
  return phone
}

async function assertShown(phone, name, avatar) {
  await until(() => phone.title() === '我的' && phone.has(name), () => `${name} on the first page`)
  assert.match(phone.page().querySelector('.person image img').src, avatar)
  assert.ok(!phone.has('完善头像和昵称'))
  assert.equal(phone.wire.count('GET', '/me'), 1)
}

export const profileTests = (host) =>
  describe('profile', () => {
    for (const [library, way] of [['2.20.3', 'wx.getUserProfile'], ['2.9.5', 'the getUserInfo button'], ['1.9.98', 'the getUserInfo button']]) {
      test(`${way} in ${library}: confirmed, authorised, verified by the host, shown`, async () => {
        const phone = await openProfile(host, library)
        assert.ok(phone.has('头像和昵称将用于展示你的会员资料'))

        await phone.tap('获取头像昵称')
        await phone.sees('获取你的昵称、头像')
        if (library === '2.20.3') assert.ok(phone.dialog().textContent.includes('用于展示会员资料'))
        await phone.choose('允许')

        await assertShown(phone, '微信小明', /^data:image/)
        assert.deepEqual(Object.keys(phone.wire.last('/me/profile').body), signed)
      })

      test(`${way} in ${library}: refused`, async () => {
        const phone = await openProfile(host, library)

        await phone.tap('获取头像昵称')
        await phone.choose('拒绝')

        await phone.sees('你拒绝了授权，未获取头像和昵称')
        assert.equal(phone.wire.count('POST', '/me/profile'), 0)
        await phone.tap('获取头像昵称')
        await phone.choose('允许')
        await assertShown(phone, '微信小明', /^data:image/)
      })
    }

    for (const [library, api] of [['2.20.3', 'getUserProfile'], ['2.9.5', 'getUserInfo']]) {
      test(`${api}: what WeChat does not give is no refusal of the person`, async () => {
        const phone = await openProfile(host, library)
        phone.wire.cutAt('/sandbox/profile')
        await phone.tap('获取头像昵称')
        await phone.choose('允许')

        await phone.sees('暂时无法获取，请稍后再试')
        assert.match(warnings[0], new RegExp(`^${api}:fail`))
      })
    }

    test('the name that WeChat gives everyone is not taken for a nickname', async () => {
      const phone = await openProfile(host, '2.20.3')
      phone.window.wx.getUserProfile = ({ success }) => success({ userInfo: { nickName: '微信用户' }, rawData: '', signature: '', encryptedData: '', iv: '' })
      await phone.tap('获取头像昵称')

      await phone.sees('微信没有提供昵称，请升级微信后再试')
      assert.equal(phone.wire.count('POST', '/me/profile'), 0)
    })

    test('a picture that is too large is said to be', async () => {
      const phone = await openProfile(host, '3.8.5')
      await phone.tap('选择头像')
      await phone.choose('用微信头像')
      ;(await phone.find('input.nickname')).value = '小红'
      phone.wire.answer('/me/avatar', Response.json({ code: 'too_large' }, { status: 413 }))
      await phone.tap('保存')

      await phone.sees('图片太大，请换一张')
    })

    test('chooseAvatar and nickname in 3.8.5: filled in, uploaded, shown', async () => {
      const phone = await openProfile(host, '3.8.5')
      assert.deepEqual([...phone.page().querySelectorAll('.row > text')].map((label) => label.textContent), ['头像', '昵称'])
      await phone.tap('选择头像')
      await phone.choose('从相册选择')
      const { src } = await phone.find('.choose image img')
      assert.match(src, /^data:image\/png/)
      const field = await phone.find('input.nickname')
      assert.equal(field.placeholder, '请输入昵称')
      assert.equal(field.maxLength, 20)

      field.dispatchEvent(new phone.window.Event('focus'))
      const offer = await until(() => phone.window.document.querySelector('.keyboard'), () => 'the keyboard to offer a nickname')
      offer.dispatchEvent(new phone.window.Event('mousedown'))
      field.dispatchEvent(new phone.window.Event('blur'))
      assert.equal(phone.window.document.querySelector('.keyboard'), null)
      field.value = ` ${field.value} `
      await phone.tap('保存')

      await assertShown(phone, '微信小明', new RegExp(`^${host.url}/`))
      assert.deepEqual(phone.wire.last('/me/profile').body, { nickName: '微信小明' })
      const uploaded = await fetch(phone.page().querySelector('.person image img').src)
      assert.equal(Buffer.from(await uploaded.arrayBuffer()).toString('base64'), src.split(',')[1])
    })

    for (const missing of ['picture', 'nickname']) {
      test(`chooseAvatar and nickname: nothing is sent without a ${missing}`, async () => {
        const phone = await openProfile(host, '3.8.5')
        if (missing === 'picture') {
          ;(await phone.find('input.nickname')).value = '小红'
          await phone.tap('选择头像')
          await phone.choose('取消')
        } else {
          ;(await phone.find('input.nickname')).value = '  '
          await phone.tap('选择头像')
          await phone.choose('用微信头像')
          await phone.find('.choose image img')
        }

        await phone.tap('保存')

        await phone.sees('请选择头像并填写昵称')
        assert.equal(phone.wire.count('POST', '/me/avatar') + phone.wire.count('PUT', '/me/profile'), 0)
      })
    }

    for (const library of ['2.20.3', '2.9.5']) {
      test(`open-data in ${library}: shown before anyone is asked, and the host learns nothing`, async () => {
        const phone = await openPhone(host, { library })
        await phone.sees('微信小明')

        assert.match((await phone.find('.avatar open-data img')).src, /^data:image/)
        assert.ok(phone.has('完善头像和昵称'))
        assert.equal(phone.wire.sent.length, 3)
      })
    }

    for (const library of ['3.8.5', '1.9.98']) {
      test(`open-data in ${library}: not there`, async () => {
        const phone = await openPhone(host, { library })
        await phone.sees('完善头像和昵称')
        assert.equal(phone.page().querySelector('open-data'), null)
        assert.ok(phone.has('微信用户'))
      })
    }

    test('a library before 1.3.0 can only be told to upgrade', async () => {
      const phone = await openProfile(host, '1.2.0')
      assert.ok(phone.has('微信版本过低，请升级后再试'))
      assert.equal(phone.page().querySelector('button'), null)
    })

    test('a cancelled confirmation is respected', async () => {
      const phone = await openPhone(host)
      await phone.tap('完善头像和昵称')
      await phone.sees('头像和昵称将用于展示你的会员资料，是否继续？')
      assert.equal(phone.dialog().querySelector('h2').textContent, '完善资料')

      await phone.choose('取消')

      await phone.sees('未获取头像和昵称，可随时再来完善')
      assert.equal(phone.title(), '我的')
      assert.ok(phone.has('完善头像和昵称'))

      await phone.tap('完善头像和昵称')
      await phone.choose('确定')
      await until(() => phone.title() === '完善资料', () => 'the profile page')
      phone.back()
      await until(() => !phone.has('未获取头像和昵称'), () => 'the message to go')
    })

    test('a profile that the host has is shown at the next launch, without a prompt', async () => {
      const first = await openProfile(host, '2.20.3')
      await first.tap('获取头像昵称')
      await first.choose('允许')
      await assertShown(first, '微信小明', /^data:image/)

      const next = await openPhone(host, { openId: first.openId })

      await assertShown(next, '微信小明', /^data:image/)
      assert.equal(next.dialog(), null)
    })

    test('a host that is down is said, and the page stays', async () => {
      const phone = await openProfile(host, '2.20.3')
      phone.wire.cut()
      await phone.tap('获取头像昵称')
      await phone.choose('允许')

      await phone.sees('连接不上服务器')
      assert.equal(phone.title(), '完善资料')
    })

    test('the way back needs no profile', async () => {
      const phone = await openProfile(host, '3.8.5')
      phone.back()
      await until(() => phone.title() === '我的', () => 'the first page')
      assert.ok(phone.has('完善头像和昵称'))
      assert.ok(phone.window.document.getElementById('back').hidden)
    })
  })
