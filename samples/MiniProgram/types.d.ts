/** The shapes that the host answers with. */
interface Profile {
  nickName: string | null
  avatarUrl: string | null
  phoneNumber: string | null
}

interface Tokens {
  accessToken: string
  refreshToken: string
}

/** An answer that is no success. `code` is the host's stable problem code, or `offline`, `login_failed` or `logged_out`. */
interface Problem extends Error {
  code: string
  retryAfter?: number
}

interface HostRequest {
  path: string
  method?: 'GET' | 'POST' | 'PUT'
  data?: WechatMiniprogram.IAnyObject
  /** A picture to upload, instead of data. */
  filePath?: string
  /** The user has just given this data, under the session_key of now. */
  consented?: boolean
}

type LoginApp = WechatMiniprogram.App.Instance<import('./app').App>
