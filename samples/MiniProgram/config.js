module.exports = {
  /** Where LoginApi runs. A published mini program needs https and a domain that is listed at mp.weixin.qq.com. */
  host: 'http://localhost:5000',
}
