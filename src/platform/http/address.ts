import type { Format } from '../api/accept.ts'
import type { Capability } from '../rights/capabilities.ts'

/** What is known of an address before anything is made for it. */
export type Address = {
  /** Its pattern, with names for the parts that vary: `/:municipality/raditaji/:code`. */
  route: string
  /** The one way to write its path: without capitals, marks of encoding or a slash that change nothing. */
  pathname: string
  /** Query parameters that it reads, in the order in which it is written. */
  parameters: readonly string[]
  /** Those of them that may be given several times. */
  several?: readonly string[]
  /** Formats among which `Accept` chooses; none when there is nothing to choose. */
  formats: readonly Format[]
  /** Whether a parameter that it does not know is complained about, and not passed over. */
  isStrict: boolean
  /** What its action does, in the words of the log; null where nothing can be sent. */
  action: string | null
  /** By which rights one sees what the page shows; it says so when it is internal. */
  rights?: PageRights | undefined
  /** Whether posts from elsewhere are taken, without cookies: what may be done stands in the address. */
  takesForeignPosts?: boolean
  /** Whether it is sent to while somebody types, many times more often than a form. */
  savesOften?: boolean
}

/** By which rights one sees what a personal page shows, and changes it. */
export type PageRights = {
  /**
   * Any of these shows something of it. `own`: it shows only what is the reader's own; `present`: everybody who
   * holds any right in the municipality sees it.
   */
  reads: readonly Capability[] | 'own' | 'present'
  changes: readonly Capability[]
}

/** What a page says about its address, as `export const handle` beside its loader. */
export type Handle = {
  /** Query parameters that the page reads, in the order in which its address is written. It gets no others. */
  parameters?: readonly string[]
  /** Those of them that may be given several times: `?goal=KP1&goal=KP2`. */
  several?: readonly string[]
  /** Those of them that make another page of it, and not only another look at it; `page` does when nothing is said. */
  identifiedBy?: readonly string[]
  /** Word for more parameters, which are those that other modules bring; they may be given several times. */
  brought?: string
  /** What its action does, in the words of the log: `work.report`. */
  action?: string
  /** What one must be allowed to see the page, see {@link PageRights}; every personal page says so. */
  reads?: PageRights['reads']
  /** What one must be allowed to change what it shows; nothing when it is left out. */
  changes?: PageRights['changes']
  /** Whether posts from elsewhere are taken, such as those of programmes of mail; they come without cookies. */
  takesForeignPosts?: boolean
  /** Whether it is sent to while somebody types, many times more often than a form. */
  savesOften?: boolean
}

/** A request as far as its address knows it. */
export type Asked = {
  /** Path and the query of known parameters in their order, the same for all ways of asking the same. */
  target: string
  /** Names that the address does not know, each once. */
  unknown: string[]
}

/**
 * Brings a request into the form of its address. Pages read one value of each parameter, or several of
 * those that say so, and take an empty one for none, so that is what remains; a strict address judges all values itself.
 */
export function readAsked(search: URLSearchParams, address: Address): Asked {
  const { pathname, parameters, several = [], isStrict } = address
  const known = parameters.flatMap((name) => {
    const values = search.getAll(name)
    const read = isStrict ? values : several.includes(name) ? eachOnce(values) : firstOf(values)
    return read.map((value) => `${encode(name)}=${encode(value)}`)
  })
  const unknown = [...new Set(search.keys())].filter((name) => !parameters.includes(name))
  return { target: known.length > 0 ? `${pathname}?${known.join('&')}` : pathname, unknown }
}

const firstOf = (values: readonly string[]) => values.slice(0, 1).filter((value) => value !== '')
/** In one order, so that the same choice is one address. */
const eachOnce = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== '').sort()

/** As links are written here: school years and instants stay readable. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%3A', ':')
