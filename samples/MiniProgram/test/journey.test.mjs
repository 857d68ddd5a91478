import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { startHost } from './host.mjs'

/** The same taps in a real browser, photographed on the way. SCREENSHOTS names another folder for the pictures. */
const pictures = process.env.SCREENSHOTS ?? fileURLToPath(new URL('../../../docs/images/', import.meta.url))
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => path && existsSync(path))

test('the journey in a real browser', async () => {
  const host = await startHost()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    await mkdir(pictures, { recursive: true })
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, deviceScaleFactor: 1, locale: 'zh-CN' })
    page.setDefaultTimeout(15_000)
    const mishaps = []
    page.on('pageerror', (error) => mishaps.push(error.stack))
    page.on('console', (message) => message.type() === 'error' && mishaps.push(message.text()))
    page.on('request', (request) => assert.ok(/^(data:|blob:)/.test(request.url()) || request.url().startsWith(host.url), request.url()))

    const phone = page.locator('.phone')
    const tap = (text) => phone.getByRole('button', { name: text, exact: true }).click()
    const sees = (text) => phone.getByText(text).first().waitFor()
    const picture = (name) => page.screenshot({ path: `${pictures}/${name}.png` })

    await page.goto(`${host.url}/phone/?library=3.8.5`)
    await sees('完善头像和昵称')
    await page.locator('#exchanges .wechat').first().waitFor()
    await picture('login')

    await tap('完善头像和昵称')
    await picture('confirm')
    await tap('取消')
    await sees('未获取头像和昵称')
    await tap('完善头像和昵称')
    await tap('确定')
    await tap('选择头像')
    await picture('choose-avatar')
    await tap('用微信头像')
    await page.locator('input.nickname').click()
    await picture('nickname')
    await phone.getByText('用微信昵称').click()
    await tap('保存')
    await sees('微信小明')

    await tap('绑定')
    await picture('phone-number')
    await tap('拒绝')
    await sees('你拒绝了手机号授权')
    await tap('绑定')
    await tap('允许')
    await sees('135****6666')
    await picture('profile')

    await page.getByRole('button', { name: '换一个用户' }).click()
    await page.waitForURL(/openId=/)
    await page.locator('select').selectOption('2.20.3')
    await page.waitForURL(/2\.20\.3/)
    await sees('微信小明')
    await tap('完善头像和昵称')
    await tap('确定')
    await tap('获取头像昵称')
    await picture('authorise')
    await tap('允许')
    await phone.locator('.person image').waitFor()
    assert.deepEqual(mishaps, [])

    await page.route(/\/(login|me|logout)\b/, (route) => route.abort())
    await tap('退出登录')
    await sees('连接不上服务器，请检查网络后再试')
    await picture('host-down')
  } finally {
    await browser.close()
    host.stop()
  }
})
