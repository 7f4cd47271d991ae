// Makes this file a module, so that what it declares is added to the platform's own.
export {}

declare module '#platform/islands/island-types.ts' {
  interface Islands {
    /** Told nothing by any page: the browser runs it beside pages of forms. */
    'forms-worker': never
  }
}

/** What the types of pages do not know of workers. */
type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Extendable & { request: Request; respondWith: (answer: Promise<Response>) => void }
type Worker = {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: ((type: 'install' | 'activate', listen: (event: Extendable) => void) => void) &
    ((type: 'fetch', listen: (event: Fetching) => void) => void)
}
const worker = self as unknown as Worker
/** As `keep-page.ts` has it: a worker is one file, so it takes nothing from another. */
const CACHE_PREFIX = 'izaugsme-forms '
/** Answers of whoever stands before a server that is away. */
const AWAY = [502, 503, 504]

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (request.method === 'GET' && /^\/(assets|islands)\//.test(new URL(request.url).pathname))
    event.respondWith(file(request))
})

/**
 * The page as the server has it, else the copy that was kept of it. Only copies that are there are renewed, and a store
 * that fails (it may be full) takes nobody's page away.
 */
async function page(event: Fetching): Promise<Response> {
  const { request } = event
  const answered = await fetch(request).catch(() => undefined)
  const kept = await find(request)
  if (!answered || AWAY.includes(answered.status)) {
    if (kept) return asCopy(kept.copy)
    return answered ?? Response.error()
  }
  const isNewer = kept && request.method === 'GET' && answered.status === 200 && !answered.redirected
  if (isNewer) event.waitUntil(kept.cache.put(kept.address, answered.clone()).catch(() => undefined))
  return answered
}

/** The copy says of itself that it is one. */
async function asCopy(copy: Response): Promise<Response> {
  const html = await copy.text()
  return new Response(html.replace('<x-data-form', '<x-data-form data-copy'), { headers: copy.headers })
}

/** Files are called by what is in them, so a copy is as good as new. */
const file = async (request: Request): Promise<Response> => (await find(request))?.copy ?? fetch(request)

/** The copy that was kept of what is asked for, and where it is; none where the store cannot be read. */
async function find({ url }: Request) {
  const address = new URL(url).pathname
  try {
    for (const name of await caches.keys()) {
      if (!name.startsWith(CACHE_PREFIX)) continue
      const cache = await caches.open(name)
      const copy = await cache.match(address)
      if (copy) return { cache, address, copy }
    }
  } catch {
    return undefined
  }
  return undefined
}
