import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lastEventSource, openPhone } from './phone.mjs'

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
      const source = lastEventSource()
      source.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(exchange) }))

      const row = window.document.querySelector('#exchanges li')
      assert.equal(source.url, 'exchanges')
      for (const text of ['服务器 → 微信', 'GET /sns/jscode2session?appid=wx1&secret=***', '200', '12 ms', exchange.body]) {
        assert.ok(row.textContent.includes(text), text)
      }
    })

    test('marks what failed', async () => {
      const { window } = await openPhone(host)
      lastEventSource().dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ ...exchange, status: 503, body: '' }) }))
      assert.equal(window.document.querySelector('#exchanges .bad').textContent, '503')
    })
  })
