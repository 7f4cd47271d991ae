import type { IncomingMessage } from 'node:http'

/**
 * What requests are built on inside the server, whatever host the asker names: what an asker writes must
 * decide neither an address nor whether there is one.
 */
export const ORIGIN = 'http://localhost'

/** Characters that end a host in an address; in `Host` they are a mistake or an attempt. */
const NOT_OF_A_HOST = /[\s/?#@\\]/
const CONTROL = /\p{Cc}/u

/**
 * The address that a request asks for. Undefined when it is none of ours to answer: a target in absolute
 * form, one that begins like another host (`//`), one with broken or control characters, a bad `Host`.
 */
export function readTarget(incoming: Pick<IncomingMessage, 'url' | 'rawHeaders'>): URL | undefined {
  const target = incoming.url ?? ''
  const hosts = hostsOf(incoming.rawHeaders)
  if (hosts.length > 1 || !hosts.every(isHost)) return undefined
  const url = target.startsWith('/') ? URL.parse(ORIGIN + target) : null
  return url && isReadable(url.pathname) ? url : undefined
}

/** Every `Host` that was sent: Node itself keeps only the first. Names and values stand in turn. */
function hostsOf(rawHeaders: readonly string[]) {
  return rawHeaders.filter((_, index) => index % 2 === 1 && isNamedHost(rawHeaders[index - 1]))
}

const isNamedHost = (name = '') => name.length === 4 && name.toLowerCase() === 'host'

function isHost(host: string) {
  return host !== '' && !NOT_OF_A_HOST.test(host) && URL.canParse(`http://${host}`)
}

function isReadable(pathname: string) {
  if (pathname.startsWith('//')) return false
  try {
    return !CONTROL.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}
