import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Refused } from '../refuse.ts'
import { loadAssets } from './assets.server.ts'
import { createPublicFace } from './public.server.ts'
import { plainReply, Refusals } from './refusals.server.ts'
import { RenderQueue } from './render-queue.ts'
import type { Reply } from './reply.ts'
import { ReplyCache } from './reply-cache.ts'
import { send } from './send.server.ts'
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
