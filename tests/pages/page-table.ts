import { matchRoutes, type RouteObject } from 'react-router'

/** What the built server knows about one route. */
export type BuiltRoute = {
  id: string
  parentId?: string | undefined
  path?: string | undefined
  index?: boolean | undefined
  module: object
}

/** Every page of the site, as the table of routes declares them: `/:municipality/raditaji/:code`. */
export class PageTable {
  /** Patterns of pages by the ids of their routes; routes that answer with data or frame other pages are left out. */
  readonly pages: ReadonlyMap<string, string>
  readonly #tree: RouteObject[]
  /** What was found for each path: the router orders its whole table anew for every question. */
  readonly #found = new Map<string, string | undefined>()

  constructor(table: Readonly<Record<string, BuiltRoute | undefined>>) {
    const routes = Object.values(table).filter((route) => route !== undefined)
    const childrenOf = Map.groupBy(routes, ({ parentId }) => parentId)
    const patterns = new Map<string, string>()
    const branch = (route: BuiltRoute, above: string): RouteObject => {
      const pattern = [above, route.path].filter(Boolean).join('/')
      const children = childrenOf.get(route.id) ?? []
      const isFrame =
        children.some(({ path, index }) => index || !path) || (children.length > 0 && !route.path)
      // What catches every address below is no page of its own.
      const isCatch = pattern.endsWith('*')
      if ('default' in route.module && !isFrame && !isCatch) patterns.set(route.id, `/${pattern}`)
      const { id, path = '' } = route
      return route.index
        ? { id, path, index: true }
        : { id, path, children: children.map((child) => branch(child, pattern)) }
    }
    this.#tree = (childrenOf.get(undefined) ?? []).map((route) => branch(route, ''))
    this.pages = patterns
  }

  get patterns(): string[] {
    return [...this.pages.values()]
  }

  /** The pattern of the page that an address leads to, undefined when it leads to none. */
  patternOf(address: string): string | undefined {
    const { pathname } = new URL(address, 'http://site')
    if (!this.#found.has(pathname)) this.#found.set(pathname, this.#match(pathname))
    return this.#found.get(pathname)
  }

  #match(pathname: string): string | undefined {
    const route = matchRoutes(this.#tree, pathname)?.at(-1)?.route
    return route?.id === undefined ? undefined : this.pages.get(route.id)
  }
}

/** The same page in the other language. */
export function twinOf(pattern: string): string {
  if (isEnglish(pattern)) return pattern.slice('/en'.length) || '/'
  return pattern === '/' ? '/en' : `/en${pattern}`
}

export function isEnglish(pattern: string): boolean {
  return /^\/en(\/|$)/.test(pattern)
}
