import { chooseFormat, TYPES } from '../api/accept.ts'
import { isApiPath } from '../api/problem.ts'
import { complainAboutUnknown } from '../api/unknown-parameters.ts'
import { asRefusal } from '../database/away.server.ts'
import { Refused } from '../refuse.ts'
import { type Address, readAsked } from './address.ts'
import { preflightReply, type Refusals } from './refusals.server.ts'
import type { RenderQueue } from './render-queue.ts'
import { prepareReply, type Reply } from './reply.ts'
import type { ReplyCache } from './reply-cache.ts'
import type { Site } from './site.ts'
import { ORIGIN } from './target.ts'

/** Addresses longer than this are no page of ours and would only fill the cache. */
const MAXIMUM_ADDRESS = 2000

type Options = {
  site: Site
  /** Version of the data that an address shows. */
  versionOf: (pathname: string) => Promise<string>
  cache: ReplyCache
  queue: RenderQueue
  refusals: Refusals
}

/**
 * Answers what is the same for everybody: from the cache as long as the data it was made from are current,
 * without cookies, by nothing but what the address knows.
 */
export function createPublicFace({ site, versionOf, cache, queue, refusals }: Options) {
  return async (url: URL, method: string, accept: string, id: string): Promise<Reply> => {
    const { pathname } = url
    if (method === 'OPTIONS' && isApiPath(pathname)) return preflightReply
    if (method !== 'GET' && method !== 'HEAD') {
      return refusals.reply(new Refused(405, 'platform.refused.method'), pathname)
    }
    if (url.href.length > MAXIMUM_ADDRESS) {
      return refusals.reply(new Refused(414, 'platform.refused.long'), pathname)
    }
    const address = (await site.addressOf(pathname)) ?? nowhere(pathname)
    const { target, unknown } = readAsked(url.searchParams, address)
    const reply = await find(target, address, accept, id)
    if (!address.isStrict) return target === pathname + url.search ? reply : withCanonical(reply, target)
    return unknown.length > 0 ? complainAboutUnknown(reply, address, unknown) : reply
  }

  /** Kept or made anew. While the database is away, what is kept will do, however old. */
  async function find(target: string, address: Address, accept: string, id: string): Promise<Reply> {
    const format = chooseFormat(accept, address.formats)
    const key = `${format ?? ''} ${target}`
    const kept = cache.find(key)
    try {
      const version = await versionOf(address.pathname)
      if (kept?.version === version) return kept.reply
      const made = await queue.share(`${version} ${key}`, async () => {
        const headers = { accept: format ? TYPES[format] : accept }
        const response = await site.answer(new Request(ORIGIN + target, { headers }), { id })
        const fresh = await prepareReply(response)
        if (address.formats.length > 0) fresh.headers.vary = 'Accept'
        if (fresh.status === 200) cache.keep(key, version, fresh)
        return fresh
      })
      return made.status === 503 && kept ? kept.reply : made
    } catch (error) {
      const refused = asRefusal(error)
      if (!refused) throw error
      const isAway = refused.reason === 'platform.refused.away'
      return isAway && kept ? kept.reply : refusals.reply(refused, address.pathname)
    }
  }
}

/** An address under which no page can be: the site says so, whatever is asked besides. */
function nowhere(pathname: string): Address {
  return { route: '', pathname, parameters: [], formats: [], isStrict: false, action: null }
}

/** Says where a page is at home to who came by an address with more in it, so that search engines know one. */
function withCanonical(reply: Reply, target: string): Reply {
  if (reply.status !== 200) return reply
  return { ...reply, headers: { ...reply.headers, link: `<${target}>; rel="canonical"` } }
}
