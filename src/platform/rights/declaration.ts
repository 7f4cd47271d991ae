import type { Capability } from './capabilities.ts'
import type { Level } from './levels.ts'

/** Held by everybody who holds any grant in the municipality, for what every work leaves behind. */
export const PRESENT = 'present'

type Audited = {
  /** Whether each writing leaves a change in the journal; if not, why not. */
  audit: 'audit' | { noAudit: string }
  /** Why a backup leaves the rows out, as those of sessions; otherwise it has them. */
  unsaved?: string
}

/** A municipality's table: who reaches its rows, and by which capability. */
export type TenantTable = Audited & {
  /** The widest level whose grants count: what is `from` an institution no grant on a municipality opens. */
  from: Level
  /** The narrowest level whose grants count; the table has a column for each level down to here. */
  reach: Exclude<Level, 'country'>
  read: Capability | typeof PRESENT
  write: Capability | typeof PRESENT
  /** `flag`: rows with `is_public` are everybody's. `copy`: every row is, for it was written to be. */
  published: 'no' | 'flag' | 'copy'
  /** A record of a person: seen only after it was opened, which leaves a trace with the reason. */
  opened?: true
  /** `append`: a row once written is changed and deleted by nobody. */
  writing: 'change' | 'append'
  /** The row is an account's own, named in the column: it sees the row whatever its grants are, and may change it. */
  own?: { column: string; mayChange?: true }
  /** Columns that the database writes itself, from the others. */
  generated?: readonly string[]
  /** Why earlier states of a row that is changed in place are not kept. */
  forgets?: string
  /** Columns that a visitor without an account may fill in a new row, and nothing else of the table. */
  publicMayInsert?: readonly string[]
  /** Columns that whoever writes may change in rows that others have put in; members neither add nor delete any. */
  memberMayUpdate?: readonly string[]
}

/** A register of the whole country: everybody reads it; it is written by a capability over the country. */
export type NationalTable = Audited & { national: true; write: Capability }

/** A table that fits no pattern: its rights are written out, with the reason. */
export type SpecialTable = Audited & {
  special: string
  rights: readonly string[]
  /** Its rows are no municipality's. */
  isOfNobody?: true
}

export type TableDeclaration = TenantTable | NationalTable | SpecialTable

/** A declaration for each of the tables: one that was forgotten does not compile. */
export type ReachOf<Tables> = { readonly [Name in keyof Tables & string]: TableDeclaration }
