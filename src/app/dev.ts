import { createServer, isRunnableDevEnvironment, type ViteDevServer } from 'vite'
import type { Site } from '#platform/http/site.ts'
import { endWhenTold, giveUp } from './end.ts'
import { startServer } from './server.ts'
import type { createSite } from './site.ts'

/**
 * Serves the pages as their sources stand at this moment: the same server as in production, with the tool
 * that builds pages before it. The database is opened once; what Node itself has loaded (the server, its
 * settings) stays as it was at the start.
 */
const opened = Promise.withResolvers<ViteDevServer>()
/** Pages are never kept while they are edited. */
let asked = 0
let edits = 0
/** The first page waits until everything it needs has been made. */
const LONGEST_MS = 120_000
/** A moment for the sources to be written whole before they are read again. */
const SETTLE_MS = 50

const server = await startServer({
  versionOf: async () => String(asked++),
  before: (incoming, outgoing, next) => {
    opened.promise.then((vite) => vite.middlewares(incoming, outgoing, next))
  },
  createSite: (serving): Site => {
    /** Asked each time: after an edit Vite runs what has changed and hands out the rest again. */
    const current = async () => (await loadSite()).createSite(serving)
    return {
      addressOf: async (pathname) => (await current()).addressOf(pathname),
      answer: async (request, visit) => {
        for (;;) {
          const before = edits
          const response = await (await current()).answer(request, visit)
          // An edit in the middle of an answer leaves two copies of a module behind.
          if (response.status < 500 || before === edits || request.method !== 'GET') return response
          await new Promise((resolve) => setTimeout(resolve, 2 * SETTLE_MS))
        }
      },
    }
  },
  // The tool brings a script of its own, which tells the browser to ask again.
  headers: {
    'content-security-policy':
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws:; base-uri 'none'; frame-ancestors 'none'",
  },
  longestMs: LONGEST_MS,
}).catch(giveUp)

async function loadSite(): Promise<{ createSite: typeof createSite }> {
  const sources = (await opened.promise).environments.ssr
  if (!isRunnableDevEnvironment(sources)) throw new Error('dev: pages cannot run in this process')
  return sources.runner.import('/src/app/site.ts')
}

const vite = await createServer({
  appType: 'custom',
  server: { middlewareMode: true, hmr: { server: server.server } },
})
// Pages carry no scripts that could replace them, so the browser asks for them again.
let reload: NodeJS.Timeout | undefined
vite.watcher.on('change', (file) => {
  edits += 1
  if (!/\/src\/.*\.(tsx?|json|css)$/.test(file) || /\.island\.tsx?$/.test(file)) return
  clearTimeout(reload)
  reload = setTimeout(() => vite.environments.client.hot.send({ type: 'full-reload' }), SETTLE_MS)
})
opened.resolve(vite)
console.log(`Izaugsme, as it is being edited: ${server.address}`)
for (const line of server.demoAccounts) console.log(line)
// Vite would end the process by itself, before the database is closed.
process.removeAllListeners('SIGTERM')
endWhenTold(async () => {
  await vite.close()
  await server.close()
})
