import { createHmac } from 'node:crypto'
import { COOKIE_PREFIX } from './auth.server.ts'
import { type AccountDesk, isSameText } from './desk.server.ts'

/**
 * The token of the session that a browser shows, when its signature is ours. The library writes it as
 * `token.signature` under a name that begins with `__Secure-` where the installation is reached by https.
 */
export function sessionTokenIn(cookie: string, { keys }: Pick<AccountDesk, 'keys'>): string | undefined {
  for (const part of cookie.split(';')) {
    const [name = '', value = ''] = part.trim().split(/=(.*)/s)
    if (!NAMES.includes(name)) continue
    const written = decode(value)
    const dot = written.lastIndexOf('.')
    const [token, signature] = [written.slice(0, dot), written.slice(dot + 1)]
    if (dot > 0 && isSameText(signature, sign(token, keys.signing))) return token
  }
  return undefined
}

const NAMES = ['', '__Secure-'].map((prefix) => `${prefix}${COOKIE_PREFIX}.session_token`)

const sign = (token: string, key: string) => createHmac('sha256', key).update(token).digest('base64')

function decode(value: string) {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
