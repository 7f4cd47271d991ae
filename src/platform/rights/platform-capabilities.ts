import { declareCapabilities, type HeldBy } from './capabilities.ts'

/** What one may do with the journal and with others' rights. */
const heldBy = {
  /** Nobody's but the process's own: writes what is worked out from everybody's data. */
  'platform.keep': [],
  /** Likewise: counts what visitors send, and forgets it when the day is over. */
  'platform.post.count': [],
  /** Likewise: keeps for a day what was sent after a session had ended, and erases drafts that are old. */
  'platform.post.keep': [],
  'platform.draft.erase': [],
  'platform.journal.read': ['administrator', 'educationHead'],
  'platform.reading.read': ['administrator', 'educationHead'],
  'platform.grant.read': ['administrator', 'educationHead'],
  'platform.grant.edit': ['administrator'],
} as const satisfies HeldBy

declare module './capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof heldBy, true> {}
}
declareCapabilities(heldBy)
