const { host } = require('./config')

/**
 * @param {string} code
 * @param {number} [retryAfter] seconds
 * @returns {Problem}
 */
function problem(code, retryAfter) {
  return Object.assign(new Error(code), { code, retryAfter })
}

/** @param {string | WechatMiniprogram.IAnyObject | ArrayBuffer} data wx.uploadFile leaves JSON as text, wx.request does not */
function json(data) {
  return typeof data === 'string' && data ? JSON.parse(data) : data
}

/**
 * One request to the host. It fails with a Problem and with nothing else.
 * @param {HostRequest & { token?: string }} request
 * @returns {Promise<any>}
 */
function send({ path, method = 'GET', data, filePath, token }) {
  return new Promise((resolve, reject) => {
    const options = {
      url: host + path,
      header: token ? { Authorization: 'Bearer ' + token } : {},
      /** @param {{ statusCode: number, data: string | WechatMiniprogram.IAnyObject | ArrayBuffer, header?: any }} answer */
      success({ statusCode, data, header }) {
        if (statusCode < 300) return resolve(json(data))
        reject(refusal(data, header))
      },
      fail: () => reject(problem('offline')),
    }
    if (filePath) wx.uploadFile({ ...options, filePath, name: 'file' })
    else wx.request({ ...options, method, data })
  })
}

/**
 * @param {any} data
 * @param {any} header
 */
function refusal(data, header = {}) {
  try {
    return problem(json(data).code || 'unavailable', Number(header['Retry-After'] || header['retry-after']))
  } catch (notJson) {
    return problem('unavailable')
  }
}

module.exports = { send, problem }
