/** Where a department's workplace keeps its status rounds. */
export const roundsHome = (slug: string) => `/darbs/${slug}/statusa-kartas`

/** One round, and editing it. */
export const roundAddress = (slug: string, round: string) => `${roundsHome(slug)}/${round}`
export const roundEditAddress = (slug: string, round: string) => `${roundAddress(slug, round)}/labot`

/** Where a group decides on many of its reports together. */
export const sittingAddress = (slug: string, round: string) => `${roundAddress(slug, round)}/sede`

/** One action of it: what was reported and decided. */
export const roundActionAddress = (slug: string, round: string, action: string) =>
  `${roundAddress(slug, round)}/${encodeURIComponent(action)}`

/** Where one reports by a link in a letter. */
export const BY_LINK = '/zinot/darbibas'
/** Its parameters: the secret, one action by its code, and that something has just been reported. */
export const MARK = 'zime'
export const ACTION = 'darbiba'
export const DONE = 'izdarits'

/** The key of the round that an address of a task is about; undefined for another address. */
export const readRoundAddress = (address: string): string | undefined =>
  /^\/darbs\/[^/]+\/statusa-kartas\/([^/]+)$/.exec(address)?.[1]
