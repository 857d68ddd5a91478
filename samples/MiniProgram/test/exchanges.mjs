import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lastEventSource, openPhone } from './phone.mjs'

const tell = (told) => lastEventSource().dispatchEvent(new MessageEvent('message', { data: JSON.stringify(told) }))

const exchange = {
  at: '2025-01-02T03:04:05Z',
  from: 'host',
  to: 'WeChat',
  method: 'GET',
  path: '/sns/jscode2session?appid=wx1&secret=***',
  status: 200,
  milliseconds: 12,
  body: '{"openid":"<b>***</b>"}',
}

export const exchangesTests = (host) =>
  describe('the live list', () => {
    test('shows what was exchanged, as text', async () => {
      const { window } = await openPhone(host)
      tell(exchange)

      const row = window.document.querySelector('#exchanges li')
      assert.equal(lastEventSource().url, 'exchanges')
      for (const text of ['服务器 → 微信', 'GET /sns/jscode2session?appid=wx1&secret=***', '200', '12 ms', exchange.body]) {
        assert.ok(row.textContent.includes(text), text)
      }
    })

    test('marks what failed', async () => {
      const { window } = await openPhone(host)
      tell({ ...exchange, status: 503, body: '' })
      assert.equal(window.document.querySelector('#exchanges .bad').textContent, '503')
    })

    test('is in the order of asking, though the answers came in another', async () => {
      const { window } = await openPhone(host)
      for (const [path, at] of [
        ['/second', '2025-01-02T03:04:05.0001002+00:00'],
        ['/third', '2025-01-02T03:04:05.00011+00:00'],
        ['/first', '2025-01-02T03:04:05.0001+00:00'],
      ]) tell({ ...exchange, path, at })

      const paths = [...window.document.querySelectorAll('#exchanges code')].map((code) => code.textContent)
      assert.deepEqual(paths, ['GET /first', 'GET /second', 'GET /third'])
    })

    test('breaks long JSON between its members', async () => {
      const { window } = await openPhone(host)
      tell({ ...exchange, body: '{"nickName":"微信小明","avatarUrl":null}' })

      const lines = window.document.querySelector('#exchanges pre').innerHTML.split('<wbr>')
      assert.deepEqual(lines, ['{"nickName":"微信小明",', '"avatarUrl":null}'])
    })
  })
