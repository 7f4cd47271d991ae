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

/** The cookie by which a browser shows the session of a token, as the library would write it. */
export function sessionCookie(token: string, until: Date, { keys, origin }: AccountDesk): string {
  const isSecure = origin.startsWith('https:')
  const value = encodeURIComponent(`${token}.${sign(token, keys.signing)}`)
  const seconds = Math.max(0, Math.floor((until.getTime() - Date.now()) / 1000))
  const named = `${NAMES[isSecure ? 1 : 0]}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax`
  return isSecure ? `${named}; Secure` : named
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
