import { declareCapabilities, type HeldBy } from './capabilities.ts'
import { EDITORS_OF_FIGURES, READERS_OF_FIGURES } from './roles.ts'

/** What one may do with the journal and with others' rights. */
const heldBy = {
  /** Nobody's but the process's own: writes what is worked out from everybody's data. */
  'platform.keep': [],
  /** Likewise: counts what visitors send, and forgets it when the day is over. */
  'platform.post.count': [],
  'platform.file.read': [...READERS_OF_FIGURES, 'administrator'],
  'platform.file.edit': [...EDITORS_OF_FIGURES, 'institutionHead', 'institutionCoordinator', 'administrator'],
  /** Runs the installation: jobs, versions, the state of the journal. */
  'platform.operate': ['administrator'],
  /** Likewise: erases files that somebody has sent and left lying. */
  'platform.upload.erase': [],
  /** Likewise: keeps for a day what was sent after a session had ended, and erases drafts that are old. */
  'platform.post.keep': [],
  'platform.draft.erase': [],
  /** Opens what is kept of a person to erase it; which of it is in reach is for the rights over each table. */
  'platform.person.erase': ['institutionHead', 'institutionCoordinator'],
  'platform.journal.read': ['administrator', 'educationHead'],
  'platform.reading.read': ['administrator', 'educationHead'],
  'platform.grant.read': ['administrator', 'educationHead'],
  'platform.grant.edit': ['administrator'],
  /** A municipality's first plan, before it is public. */
  'platform.draft.edit': ['educationHead', 'educationSpecialist'],
  'platform.draft.publish': ['educationHead', 'educationSpecialist'],
  /** Sees who has an account, and what the security log tells of it. */
  'platform.account.read': ['administrator', 'educationHead'],
  /** Invites, recovers and ends accounts. */
  'platform.account.edit': ['administrator'],
} as const satisfies HeldBy

declare module './capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof heldBy, true> {}
}
declareCapabilities(heldBy)
