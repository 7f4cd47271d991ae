import { matchRoutes, type RouteObject, type ServerBuild } from 'react-router'
import type { Endpoint } from '#platform/api/endpoint.ts'
import { isApiPath } from '#platform/api/problem.ts'
import { readApiAddress } from '#platform/api/read-address.ts'
import type { Address, Handle } from '#platform/http/address.ts'

/** Parameters that modules bring to the pages of others, by the word under which a page asks for them. */
type Brought = Readonly<Record<string, readonly string[]>>
type Api = { base: string; endpoints: readonly Endpoint[] }
/** Finding a route takes longer than sending a kept page, so this many paths are remembered. */
const REMEMBERED = 16_384

/**
 * Tells what is known of an address: the page that the router would choose for it, and what that page says
 * about itself.
 */
export function createAddressBook(build: ServerBuild, api: Api, brought: Brought = {}) {
  const routes = routesOf(build)
  const known = new Map<string, Address>()
  return (pathname: string): Address | undefined => {
    const remembered = known.get(pathname)
    if (remembered) return remembered
    const found = findAddress(routes, pathname, { api, brought })
    if (!found) return undefined
    if (known.size >= REMEMBERED) known.clear()
    known.set(pathname, found)
    return found
  }
}

/** The build's routes in the form in which the router matches them. */
function routesOf({ routes }: Pick<ServerBuild, 'routes'>, parent?: string): RouteObject[] {
  return Object.values(routes).flatMap((route): RouteObject[] => {
    if (!route || route.parentId !== parent) return []
    const { id, path = '', caseSensitive = false, module } = route
    const shared = { id, path, caseSensitive, handle: module.handle }
    return route.index ? [{ ...shared, index: true }] : [{ ...shared, children: routesOf({ routes }, id) }]
  })
}

function findAddress(
  routes: RouteObject[],
  pathname: string,
  { api, brought }: { api: Api; brought: Brought },
): Address | undefined {
  const matches = matchRoutes(routes, pathname)
  const last = matches?.at(-1)
  if (!matches || !last) return undefined
  const parts = matches.flatMap(({ route }) => route.path?.split('/') ?? []).filter((part) => part !== '')
  const written = `/${parts.map((part) => writePart(part, last.params)).join('/')}`
  if (isApiPath(written)) return readApiAddress(api, written)
  const {
    parameters: own = [],
    several = [],
    brought: word = '',
    action = null,
    reads,
    changes = [],
    takesForeignPosts = false,
    savesOften = false,
  } = (last.route.handle ?? {}) as Handle
  const more = brought[word] ?? []
  const route = `/${parts.join('/')}`
  return {
    route,
    pathname: written,
    parameters: [...own, ...more],
    several: [...several, ...more],
    formats: [],
    isStrict: false,
    action,
    takesForeignPosts,
    savesOften,
    rights: reads && { reads, changes },
  }
}

function writePart(part: string, params: Readonly<Record<string, string | undefined>>) {
  if (part === '*') return (params['*'] ?? '').split('/').map(encodeURIComponent).join('/')
  // What follows a parameter is written as it is: `:report.pdf`.
  return part.replace(/^:([\w-]+)/, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}
