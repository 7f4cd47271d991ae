import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { prepareReply, type Reply } from './reply.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Reads every file of the folder once, by the address it is served under. */
export async function loadAssets(folder: string): Promise<Map<string, Reply>> {
  const assets = new Map<string, Reply>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const path = join(entry.parentPath, entry.name)
    const address = path.slice(folder.length).replaceAll('\\', '/')
    // Scripts that the build makes for whole pages are shipped by none; only islands are.
    if (type.startsWith('text/javascript') && !address.startsWith('/islands/')) continue
    // Names in these folders carry a hash of the content, so a browser may keep them for good.
    const isNamedByContent = /^\/(assets|islands)\//.test(address)
    const caching = isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache'
    const response = new Response(new Uint8Array(await readFile(path)), {
      headers: { 'content-type': type, 'cache-control': caching, ...(isWorker(address) ? WORKS_BESIDE : {}) },
    })
    assets.set(address, await prepareReply(response))
  }
  return assets
}

/** A script that the browser runs beside pages, for which it must stand above them; it says itself below which it is. */
const isWorker = (address: string) => /^\/islands\/[\w-]+-worker\.island-[^/]+$/.test(address)
const WORKS_BESIDE = {
  'service-worker-allowed': '/',
  // It asks this server for pages and files, and nobody else.
  'content-security-policy': "default-src 'none'; connect-src 'self'",
}
