import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Refused } from '../refuse.ts'
import { readAsked } from './address.ts'
import { readBody, readOut } from './body.server.ts'
import type { RateLimit } from './rate-limit.ts'
import type { Refusals } from './refusals.server.ts'
import type { RenderQueue } from './render-queue.ts'
import { withRequestId } from './request-id.ts'
import { isOwnPost } from './same-origin.ts'
import { PERSONAL_HEADERS } from './security-headers.ts'
import { send } from './send.server.ts'
import type { Personal, Site, Visit } from './site.ts'
import { ORIGIN } from './target.ts'

/** Headers of a request that pages may look at. */
const HANDED_ON = [
  'accept-language',
  'content-length',
  'content-type',
  'cookie',
  'idempotency-key',
  'sec-fetch-site',
  'user-agent',
]

type Options = {
  site: Site
  refusals: Refusals
  queue: RenderQueue
  rateLimit: RateLimit
  /** The same for addresses that are sent to while somebody types. */
  savings?: RateLimit
  headers?: Readonly<Record<string, string>> | undefined
}

/** Where people sign in; a prefix, since every step there costs much and is open to everybody. */
const SIGN_IN = /^\/(en\/)?pieslegties(\/|$)/i
/**
 * So many at a time, whoever they come from: comparing a password is made to be slow, and what waits for it would wait
 * in front of everybody's pages.
 */
const MOST_SIGN_INS = 4

type PersonalVisit = Visit & { personal: Personal }

/** Answers pages that vary by person: with cookies and posts, never from a cache. */
export function createPersonalFace({
  site,
  refusals,
  queue,
  rateLimit,
  savings = rateLimit,
  headers,
}: Options) {
  let signIns = 0
  return async (url: URL, incoming: IncomingMessage, outgoing: ServerResponse, visit: PersonalVisit) => {
    const method = incoming.method ?? ''
    if (method === 'GET' || method === 'HEAD') return show(url, incoming, outgoing, visit)
    if (method !== 'POST') return refuse(new Refused(405, 'platform.refused.personalMethod'))
    const isOwn = isOwnPost(incoming.headers, visit.personal.own)
    const address = await site.addressOf(url.pathname)
    if (!isOwn && !address?.takesForeignPosts) return refuse(new Refused(403, 'platform.refused.origin'))
    const leave = (address?.savesOften ? savings : rateLimit).enter(visit.personal.clientAddress)
    if (!leave) return refuse(new Refused(429, 'platform.refused.rate'))
    const isSignIn = SIGN_IN.test(url.pathname)
    if (isSignIn && signIns >= MOST_SIGN_INS) {
      leave()
      return refuse(new Refused(503, 'platform.refused.busy'))
    }
    if (isSignIn) signIns += 1
    try {
      // A post goes on to its end even when nobody waits for the answer any more.
      const body = readBody(incoming)
      // The types of browsers do not know `duplex`, which Node demands for a body that streams.
      const init = {
        method,
        headers: isOwn ? handedOn(incoming) : withoutVisitor(incoming),
        body,
        duplex: 'half',
      } as RequestInit
      await pass(await site.answer(new Request(await inOneWay(url), init), visit), incoming, outgoing, visit)
    } finally {
      leave()
      if (isSignIn) signIns -= 1
    }

    async function refuse(refused: Refused) {
      const reply = await refusals.reply(refused, url.pathname)
      const own = { ...PERSONAL_HEADERS, ...headers, ...reply.headers }
      if (refused.status === 405) own.allow = 'GET, HEAD, POST'
      if (!incoming.complete) own.connection = 'close'
      send(incoming, outgoing, withRequestId({ ...reply, headers: own, tag: undefined }, visit.id))
      readOut(incoming)
    }
  }

  async function show(url: URL, incoming: IncomingMessage, outgoing: ServerResponse, visit: PersonalVisit) {
    const gone = new AbortController()
    outgoing.once('close', () => outgoing.writableFinished || gone.abort())
    const request = new Request(await inOneWay(url), { headers: handedOn(incoming), signal: gone.signal })
    const response = await queue
      .run(() => site.answer(request, visit))
      .catch((error: unknown) => {
        if (gone.signal.aborted || error instanceof Refused) return error
        throw error
      })
    if (response instanceof Response) return pass(response, incoming, outgoing, visit)
    if (gone.signal.aborted || !(response instanceof Refused)) return
    const reply = await refusals.reply(response, url.pathname)
    const own = { ...reply, headers: { ...PERSONAL_HEADERS, ...headers, ...reply.headers } }
    send(incoming, outgoing, withRequestId(own, visit.id))
  }

  /** Sends what the site answered, as it comes. */
  async function pass(response: Response, incoming: IncomingMessage, outgoing: ServerResponse, visit: Visit) {
    if (outgoing.closed) return
    const own: Record<string, string | string[]> = {
      ...PERSONAL_HEADERS,
      ...headers,
      ...Object.fromEntries(response.headers),
      'cache-control': 'no-store',
      'x-request-id': visit.id,
    }
    const cookies = response.headers.getSetCookie()
    if (cookies.length > 0) own['set-cookie'] = cookies
    if (response.status === 429) own['retry-after'] ??= '60'
    if (response.status === 503) own['retry-after'] ??= '5'
    if (!incoming.complete) own.connection = 'close'
    outgoing.writeHead(response.status, own)
    if (response.body && incoming.method !== 'HEAD') {
      // Whoever hangs up meanwhile has no use for the rest.
      await pipeline(Readable.fromWeb(response.body as NodeStream), outgoing).catch(() => outgoing.destroy())
    } else outgoing.end()
    if (!incoming.complete) readOut(incoming)
  }

  /** Personal pages as well are asked only for what they declare. */
  async function inOneWay(url: URL): Promise<string> {
    const address = await site.addressOf(url.pathname)
    return ORIGIN + (address ? readAsked(url.searchParams, address).target : url.pathname)
  }
}

/** Of a post from elsewhere nobody's cookie counts. */
function withoutVisitor(incoming: IncomingMessage): Headers {
  const headers = handedOn(incoming)
  headers.delete('cookie')
  headers.delete('origin')
  return headers
}

function handedOn(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (const name of HANDED_ON) {
    const value = incoming.headers[name]
    if (value !== undefined) headers.set(name, String(value))
  }
  // Checked already; React Router compares it once more with the address the request is built on.
  if (incoming.headers.origin) headers.set('origin', ORIGIN)
  return headers
}
