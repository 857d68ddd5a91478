const { host } = require('./config')

/**
 * @param {string} code
 * @param {number} [retryAfter] seconds
 * @returns {Problem}
 */
function problem(code, retryAfter) {
  return Object.assign(new Error(code), { code, retryAfter })
}

/** @param {any} data wx.uploadFile leaves JSON as text, wx.request does not */
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
      /** @param {{ statusCode: number, data: any, header?: any }} answer */
      success({ statusCode, data, header = {} }) {
        try {
          const answer = json(data)
          if (statusCode < 300) return resolve(answer)
          reject(problem(answer.code || 'unavailable', Number(header['Retry-After'] || header['retry-after']) || 60))
        } catch (notJson) {
          reject(problem('unavailable')) // some proxy's answer, or a captive portal's
        }
      },
      /** @param {{ errMsg: string }} failure */
      fail({ errMsg }) {
        console.warn(errMsg)
        reject(problem('offline'))
      },
    }
    if (filePath) wx.uploadFile({ ...options, filePath, name: 'file' })
    else wx.request({ ...options, method, data })
  })
}

module.exports = { send, problem }
