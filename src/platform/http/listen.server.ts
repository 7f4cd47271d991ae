import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Refused } from '../refuse.ts'
import { loadAssets } from './assets.server.ts'
import { createPublicFace } from './public.server.ts'
import { plainReply, Refusals } from './refusals.server.ts'
import { RenderQueue } from './render-queue.ts'
import { contentOf, type Reply } from './reply.ts'
import { ReplyCache } from './reply-cache.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import type { Site } from './site.ts'
import { readTarget } from './target.ts'

const CACHE = { bytes: 64 * 1024 * 1024, entries: 10_000 }
const RENDERS = { running: 2, waiting: 40, longestMs: 15_000 }

type Options = {
  host: string
  /** 0 takes any free port */
  port: number
  /** Files that browsers load beside pages; their names change with their content. */
  assetsFolder: string
  /** Version of the data that an address shows. */
  versionOf: (pathname: string) => Promise<string>
  site: Site
}

/** Serves pages over HTTP, each from the cache as long as the data it was made from are current. */
export async function listen({ host, port, assetsFolder, versionOf, site }: Options) {
  const assets = await loadAssets(assetsFolder)
  const refusals = new Refusals(site)
  const toPublic = createPublicFace({
    site,
    versionOf,
    refusals,
    cache: new ReplyCache(CACHE),
    queue: new RenderQueue(RENDERS),
  })

  async function reply(incoming: IncomingMessage): Promise<Reply> {
    const url = readTarget(incoming)
    if (!url) return refusals.reply(new Refused(400, 'platform.refused.address'), incoming.url ?? '/')
    const asset = assets.get(url.pathname)
    if (asset) return asset
    return toPublic(url, incoming.method ?? '', incoming.headers.accept ?? '')
  }

  const server = createServer((incoming, outgoing) => {
    reply(incoming)
      .catch((error: unknown) => {
        console.error(incoming.method, error)
        return plainReply(500)
      })
      .then((ready) => send(incoming, outgoing, ready))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const taken = (server.address() as AddressInfo).port
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

/** After how many seconds it makes sense to ask again. */
const RETRY_AFTER_S: Readonly<Partial<Record<number, string>>> = { 429: '60', 503: '5' }

function send(incoming: IncomingMessage, outgoing: ServerResponse, reply: Reply) {
  const headers: Record<string, string | number> = { ...SECURITY_HEADERS, ...reply.headers }
  const etag = reply.tag && `"${reply.tag}"`
  if (etag) headers.etag = etag
  const retryAfter = RETRY_AFTER_S[reply.status]
  if (retryAfter) headers['retry-after'] = retryAfter
  headers['cache-control'] ??= 'no-cache'
  if (etag && hasCurrent(incoming.headers['if-none-match'], etag)) {
    outgoing.writeHead(304, headers).end()
    return
  }
  headers.vary = 'Accept, Accept-Encoding'
  const isSmall = reply.coding === 'gzip' && /\bgzip\b/.test(incoming.headers['accept-encoding'] ?? '')
  const body = isSmall ? reply.body : contentOf(reply)
  if (isSmall) headers['content-encoding'] = 'gzip'
  headers['content-length'] = body.length
  outgoing.writeHead(reply.status, headers)
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}

/** Whether the asker has this content already: one of its tags is ours, weak or strong, or any will do. */
function hasCurrent(tags: string | undefined, etag: string) {
  return (
    tags?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) === true
  )
}
