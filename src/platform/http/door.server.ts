import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refused } from '../refuse.ts'
import type { Trace } from './access-log.server.ts'
import { clientAddressOf, createProxies, isFromProxy } from './client-address.ts'
import { faceOf, isMachinery } from './face.ts'
import { createPersonalFace } from './personal.server.ts'
import type { Probes } from './probes.server.ts'
import { createPublicFace } from './public.server.ts'
import { RateLimit } from './rate-limit.ts'
import { Refusals } from './refusals.server.ts'
import { RenderQueue } from './render-queue.ts'
import { contentOf, type Reply } from './reply.ts'
import { ReplyCache } from './reply-cache.ts'
import { withRequestId } from './request-id.ts'
import type { Own } from './same-origin.ts'
import { HTTPS_HEADERS } from './security-headers.ts'
import { send } from './send.server.ts'
import type { Personal, Site } from './site.ts'
import { readTarget } from './target.ts'

const CACHE = { bytes: 64 * 1024 * 1024, entries: 10_000 }
const RENDERS = { running: 2, waiting: 40 }
const LONGEST_MS = 15_000
const POSTS = { aMinute: 120, atOnce: 4, ofAll: 64 }
/** What is saved while people type: all institutions of a municipality may stand behind one address. */
const SAVINGS = { aMinute: 1200, atOnce: 24, ofAll: 64 }
/** Folders that hold nothing but files made by the build. */
const FILES = /^\/(assets|islands)\//

export type DoorOptions = {
  site: Site
  /** Version of the data that an address shows. */
  versionOf: (pathname: string) => Promise<string>
  /** Files that browsers load beside pages, by address. */
  assets: ReadonlyMap<string, Reply>
  /** Where the public finds this installation, as the settings say. */
  address?: string | undefined
  /** Answers those who look after the process. */
  probes?: Probes
  /** Addresses and networks of the proxies whose word about visitors is believed. */
  proxies?: readonly string[]
  /** What the headers of pages say otherwise than usual. */
  headers?: Readonly<Record<string, string>>
  /** After this time a page that is being made is given up. */
  longestMs?: number
}

/** Leads each request to the file or the face that its address means. */
export function createDoor({
  site,
  versionOf,
  address,
  probes,
  proxies = [],
  headers,
  assets,
  longestMs = LONGEST_MS,
}: DoorOptions) {
  const always = { ...(address?.startsWith('https:') ? HTTPS_HEADERS : {}), ...headers }
  const renders = { ...RENDERS, longestMs }
  const known = createProxies(proxies)
  const refusals = new Refusals(site)
  const toPublic = createPublicFace({
    site,
    versionOf,
    refusals,
    cache: new ReplyCache(CACHE),
    queue: new RenderQueue(renders),
  })
  const toPersonal = createPersonalFace({
    site,
    refusals,
    queue: new RenderQueue(renders),
    rateLimit: new RateLimit(POSTS),
    savings: new RateLimit(SAVINGS),
    headers: always,
  })

  /** What we are called: as the settings say, else as the asker calls us, or as a proxy heard it. */
  function ownOf(incoming: IncomingMessage): Own {
    if (address) return { origin: address }
    const heard = isFromProxy(incoming, known) ? incoming.headers['x-forwarded-host'] : undefined
    return { hosts: [incoming.headers.host ?? '', String(heard ?? '')].filter((host) => host !== '') }
  }

  /** What pages of the personal face may know of a visitor, and of what everybody sees. */
  function meet(incoming: IncomingMessage, id: string): Personal {
    return {
      clientAddress: clientAddressOf(incoming, known),
      own: ownOf(incoming),
      publicPage: async (target) => {
        const url = readTarget({ url: target, rawHeaders: [] })
        if (!url || faceOf(url.pathname) !== 'public') return undefined
        const reply = await toPublic(url, 'GET', 'text/html', id)
        if (reply.status === 503) throw new Refused(503, 'platform.refused.busy')
        if (reply.status !== 200 || !reply.headers['content-type']?.startsWith('text/html')) return undefined
        const canonical = /^<(.*)>; rel="canonical"$/.exec(reply.headers.link ?? '')?.[1]
        return { target: canonical ?? url.pathname + url.search, html: String(contentOf(reply)) }
      },
    }
  }

  async function replyTo(url: URL | undefined, incoming: IncomingMessage, id: string): Promise<Reply> {
    if (!url) return refusals.reply(new Refused(400, 'platform.refused.address'), incoming.url ?? '/')
    const { pathname } = url
    if (isMachinery(pathname) || FILES.test(pathname)) {
      return refusals.reply(new Refused(404, 'platform.refused.absent'), pathname)
    }
    return toPublic(url, incoming.method ?? '', incoming.headers.accept ?? '', id)
  }

  /** Notes for the log which page it is, not which address: that may hold what somebody typed. */
  async function note(url: URL, trace: Trace) {
    trace.face = faceOf(url.pathname)
    const found = await site.addressOf(url.pathname)
    trace.route = found?.route ?? null
    trace.action = found?.action ?? null
  }

  return async (incoming: IncomingMessage, outgoing: ServerResponse, trace: Trace): Promise<void> => {
    const { id } = trace
    const url = readTarget(incoming)
    const probed = url && (await probes?.(url.pathname, incoming))
    if (probed) return send(incoming, outgoing, probed)
    const asset = url && assets.get(url.pathname)
    if (asset) {
      trace.face = 'file'
      return send(incoming, outgoing, {
        ...asset,
        headers: { ...asset.headers, ...always, 'x-request-id': id },
      })
    }
    if (url) await note(url, trace)
    if (url && trace.face === 'personal' && !isMachinery(url.pathname)) {
      return toPersonal(url, incoming, outgoing, { id, personal: meet(incoming, id) })
    }
    const reply = await replyTo(url, incoming, id)
    send(incoming, outgoing, withRequestId({ ...reply, headers: { ...reply.headers, ...always } }, id))
  }
}
