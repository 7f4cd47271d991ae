/**
 * Rows of changes that belong together, each sealed by itself. Pages that everybody reads show the public
 * ones, so writing them raises the version that pages are kept by and lets one writer at a time into a
 * municipality; the others neither raise it nor wait.
 */
const STREAMS = {
  /** The country's registers and a municipality's institutions. */
  register: 'public',
  /** Indicators, figures, surveys and the documents they cite, and whatever a folder of files brings. */
  figures: 'public',
  /** Strategies, actions and what was done. */
  plan: 'public',
  /** That something was worked out anew from the others. */
  kept: 'public',
  /** Who may do what. */
  grants: 'inner',
  /** Persons, groups, posts and assignments. */
  people: 'inner',
  /** What waits for whom, and what people write to each other. */
  messages: 'inner',
  /** What institutions are asked for and hand in. */
  collection: 'inner',
  /** What is asked, drafted and weighed about a plan before everybody reads it. */
  planning: 'inner',
  /** Reports as they are written. */
  reports: 'inner',
  /** What is being written and shown to nobody else yet. */
  drafts: 'inner',
} as const

export type Stream = keyof typeof STREAMS

export const isPublicStream = (stream: Stream): boolean => STREAMS[stream] === 'public'

export const PUBLIC_STREAMS = (Object.keys(STREAMS) as Stream[]).filter(isPublicStream)
