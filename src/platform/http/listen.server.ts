import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isApiPath } from '../api/problem.ts'
import { loadAssets } from './assets.server.ts'
import { preflightReply, refusalReply } from './refusal.ts'
import { prepareReply, type Reply } from './reply.ts'
import { ReplyCache } from './reply-cache.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import { readTarget } from './target.ts'

const CACHE_BYTES = 128 * 1024 * 1024
/** Addresses longer than this are no page of ours and would only fill the cache. */
const MAXIMUM_ADDRESS = 2000

type Options = {
  host: string
  /** 0 takes any free port */
  port: number
  /** Files that browsers load beside pages; their names change with their content. */
  assetsFolder: string
  /** Version of the data that an address shows. */
  versionOf: (pathname: string) => Promise<string>
  answer: (request: Request) => Promise<Response>
}

/** Serves pages over HTTP, each from the cache as long as the data it was made from are current. */
export async function listen(options: Options) {
  const assets = await loadAssets(options.assetsFolder)
  const cache = new ReplyCache(CACHE_BYTES)

  async function reply(incoming: IncomingMessage): Promise<Reply> {
    const url = readTarget(incoming)
    if (!url) return refusalReply('bad-request', incoming.url ?? '/')
    const asset = assets.get(url.pathname)
    if (asset) return asset
    if (incoming.method === 'OPTIONS' && isApiPath(url.pathname)) return preflightReply
    const isReading = incoming.method === 'GET' || incoming.method === 'HEAD'
    if (!isReading) return refusalReply('method-not-allowed', url.pathname)
    if (url.href.length > MAXIMUM_ADDRESS) return refusalReply('address-too-long', url.pathname)

    const accept = incoming.headers.accept ?? ''
    const key = `${url.pathname}${url.search} ${url.pathname.startsWith('/api/') ? accept : ''}`
    const version = await options.versionOf(url.pathname)
    const kept = cache.find(key, version)
    if (kept) return kept
    const request = new Request(url, { headers: { accept } })
    const fresh = await prepareReply(await options.answer(request))
    if (fresh.status === 200) cache.keep(key, version, fresh)
    return fresh
  }

  const server = createServer((incoming, outgoing) => {
    reply(incoming)
      .catch((error: unknown) => {
        console.error(`${incoming.method} ${incoming.url}`, error)
        return refusalReply('failed', incoming.url ?? '/')
      })
      .then((ready) => send(incoming, outgoing, ready))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

function send(incoming: IncomingMessage, outgoing: ServerResponse, reply: Reply) {
  const headers: Record<string, string | number> = { ...SECURITY_HEADERS, ...reply.headers }
  if (reply.etag) headers.etag = reply.etag
  headers['cache-control'] ??= 'no-cache'
  if (reply.etag && hasCurrent(incoming.headers['if-none-match'], reply.etag)) {
    outgoing.writeHead(304, headers).end()
    return
  }
  headers.vary = 'Accept, Accept-Encoding'
  const isSmall = reply.compressed && /\bgzip\b/.test(incoming.headers['accept-encoding'] ?? '')
  const body = isSmall && reply.compressed ? reply.compressed : reply.body
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
