import type { IncomingHttpHeaders } from 'node:http'

/** What the installation is called from outside. */
export type Own =
  /** As the settings say. */
  | { origin: string }
  /** As the asker, or a proxy that is believed, called it. Another site's page can choose neither. */
  | { hosts: readonly string[] }

/**
 * Whether a post comes from a page of ours. A browser says so by `Sec-Fetch-Site` (on https and loopback)
 * and by `Origin` (always); whoever says neither is no browser with a page of ours open.
 */
export function isOwnPost(headers: IncomingHttpHeaders, own: Own): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  return isOwnOrigin(headers.origin ?? '', own)
}

/** Whether an origin (`https://izaugsme.lv`) is that of this installation. */
export function isOwnOrigin(text: string, own: Own): boolean {
  const origin = URL.parse(text)
  if (!origin || origin.origin === 'null') return false
  if ('origin' in own) return origin.origin === own.origin
  return own.hosts.some((host) => hostIn(origin.protocol, host) === origin.host)
}

/** As an address of this kind writes the host: without the port that goes without saying. */
const hostIn = (protocol: string, host: string) => URL.parse(`${protocol}//${host}`)?.host
