/** How copies of one account's forms are called in the browser's cache. */
const CACHE_PREFIX = 'izaugsme-forms '
const cacheOf = (account: string) => CACHE_PREFIX + account

/**
 * Has the browser keep this page with its styles, fonts and scripts, so that it opens without a line as well; and
 * forget those of other accounts. Where browsers do not offer that, the page just needs a line.
 *
 * @param isCopy the page is such a copy itself
 */
export async function keepPage(account: string, worker: string, isCopy: boolean) {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  await forgetPages((name) => name !== cacheOf(account))
  const { pathname } = location
  const scope = pathname.slice(0, pathname.lastIndexOf('/') + 1)
  await navigator.serviceWorker.register(worker, { scope })
  if (isCopy) return
  const cache = await caches.open(cacheOf(account))
  const files = [
    ...performance.getEntriesByType('resource').map(({ name }) => name),
    ...[...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href),
    ...[...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src),
  ].filter((address) => isOwnFile(new URL(address)))
  for (const file of new Set(files)) if (!(await cache.match(file))) await cache.add(file)
  // The worker renews copies of pages that are there; what it has not seen is fetched once.
  if (!(await cache.match(pathname))) await cache.add(pathname)
}

/** Forgets copies of pages, as a rule all of them. */
export async function forgetPages(isForgotten: (name: string) => boolean = () => true) {
  if (!('caches' in window)) return
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && isForgotten(name))
  await Promise.all(names.map((name) => caches.delete(name)))
}

const isOwnFile = ({ origin, pathname }: URL) =>
  origin === location.origin && /^\/(assets|islands)\//.test(pathname)
