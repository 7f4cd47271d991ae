import { API_HEADERS, isApiPath, problemOf, problemOfStatus } from '../api/problem.ts'
import { languageOf } from '../language.ts'
import { logError } from '../log.server.ts'
import type { Refused } from '../refuse.ts'
import { prepareReply, type Reply, shortReply } from './reply.ts'
import { REQUEST_ID_PLACE } from './request-id.ts'
import type { Site } from './site.ts'
import { ORIGIN } from './target.ts'

/** What the server refuses by itself, before any page or the API is asked, in the words of who asked. */
export class Refusals {
  readonly #site: Site
  /** Pages by status, reason and language: a flood must not cost a drawing each time. */
  readonly #drawn = new Map<string, Promise<Reply>>()

  constructor(site: Site) {
    this.#site = site
  }

  /** Problem details for the API, a page elsewhere. */
  async reply({ status, reason }: Pick<Refused, 'status' | 'reason'>, pathname: string): Promise<Reply> {
    const isApi = isApiPath(pathname)
    const reply = isApi ? problemReply(status, pathname) : await this.#page({ status, reason }, pathname)
    if (status !== 405) return reply
    return { ...reply, headers: { ...reply.headers, allow: isApi ? 'GET, HEAD, OPTIONS' : 'GET, HEAD' } }
  }

  #page(refused: Pick<Refused, 'status' | 'reason'>, pathname: string): Promise<Reply> {
    const address = languageOf(pathname) === 'en' ? '/en' : '/'
    const key = `${refused.status} ${refused.reason} ${address}`
    const drawn = this.#drawn.get(key) ?? this.#draw(refused, address, key)
    this.#drawn.set(key, drawn)
    return drawn
  }

  async #draw(refused: Pick<Refused, 'status' | 'reason'>, address: string, key: string): Promise<Reply> {
    try {
      const drawn = await prepareReply(
        await this.#site.answer(new Request(ORIGIN + address), {
          id: REQUEST_ID_PLACE,
          refused,
        }),
      )
      return { ...drawn, status: refused.status, tag: undefined }
    } catch (error) {
      logError(`The page that says ${refused.reason} could not be drawn`, error)
      this.#drawn.delete(key)
      return plainReply(refused.status)
    }
  }
}

function problemReply(status: Refused['status'], pathname: string): Reply {
  const headers = { ...API_HEADERS, 'content-type': 'application/problem+json' }
  return shortReply(status, headers, JSON.stringify(problemOf(problemOfStatus(status), pathname)))
}

/** For when not even a page can be drawn. */
export const plainReply = (status: number) =>
  shortReply(
    status,
    { 'content-type': 'text/plain; charset=utf-8' },
    'Lapu neizdevās parādīt. · The page could not be shown.\n',
  )

/** Answers a browser that asks whether somebody else's page may read the API, and how. */
export const preflightReply = shortReply(
  200,
  {
    ...API_HEADERS,
    allow: 'GET, HEAD, OPTIONS',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': 'Accept, If-None-Match',
    'access-control-max-age': '86400',
  },
  '',
)
