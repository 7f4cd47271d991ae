import type { DatabaseTransaction } from '../database/types.server.ts'
import type { Secrets } from '../secrets.ts'
import type { TextKey } from '../texts/text.ts'
import type { Change } from '../write/change.server.ts'

/** Of whom something is kept: an account, or a person of a municipality's institutions. */
export type Whose =
  | { kind: 'account'; accountId: string }
  | { kind: 'person'; municipalityId: string; personId: string }

/** A row as somebody may read it, by the names of columns. */
export type KeptRow = Readonly<Record<string, unknown>>

/** Rows that are not erased, why, and until when (`YYYY-MM-DD`; null while nobody knows the day yet). */
export type Withheld = { count: number; reason: TextKey; until: string | null }

/** What of an entry would be erased, and what would not. */
export type ErasurePlan = { count: number; withheld: Withheld[] }

/** How what is kept of somebody is erased. */
export type Erasure = {
  /** @param day on which it would be done, `YYYY-MM-DD` */
  plan: (tx: DatabaseTransaction, whose: Whose, day: string) => Promise<ErasurePlan>
  /** Erases what the plan counts. @returns how many rows were */
  erase: (tx: DatabaseTransaction, change: Change, whose: Whose, day: string) => Promise<number>
}

/** Something personal that a module keeps: what the record of processing (GDPR, article 30) says of it. */
export type PersonalDataEntry = {
  /** Tells it from the others; its first part is the module's name. */
  key: string
  /** Tables in which it stands. */
  tables: readonly string[]
  title: TextKey
  purpose: TextKey
  /** Legal basis. */
  basis: TextKey
  /** About whom it is. */
  people: TextKey
  fields: TextKey
  retention: TextKey
  /** Who gets to see it. */
  receivers: TextKey
  /** What is kept of somebody, as far as the reader may see it. */
  find?: (tx: DatabaseTransaction, whose: Whose, secrets: Secrets | undefined) => Promise<readonly KeptRow[]>
  erasure?: Erasure
  /** Why nothing of it is erased when somebody asks for it, where it has no `erasure`. */
  kept?: TextKey
}
