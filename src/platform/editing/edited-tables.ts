import type { DatabaseTransaction } from '../database/types.server.ts'
import type { Capability } from '../rights/capabilities.ts'
import type { TextKey } from '../texts/text.ts'
import type { Change } from '../write/change.server.ts'
import type { Content } from '../write/stored.ts'
import type { Stream } from '../write/streams.ts'

/** A table whose rows are edited: what its history says of them. */
export type EditedTable = {
  /** What tells rows apart, as `revise` is told. */
  key: readonly string[]
  hasId?: boolean
  stream: Stream
  /** What one must be allowed besides writing to see earlier states, as where they hold small numbers. */
  read?: Capability
  /** What one row is called. */
  name: TextKey
  /** What columns are called; those without a name are not shown, and an undo leaves them to what they go with. */
  labels: Readonly<Record<string, TextKey>>
  /** Brings in line what follows from a row, once it is changed back. */
  settle?: (tx: DatabaseTransaction, change: Change) => Promise<void>
  /** Where everybody reads a row, below the address of its plan: a page that can be read as of an earlier day. */
  page?: (row: Content) => string
  /** Words for the values of columns. */
  words?: Readonly<Record<string, (value: string) => TextKey | undefined>>
}

const edited = new Map<string, EditedTable>()

/** Called once where a module is loaded. */
export function declareEdited(tables: Readonly<Record<string, EditedTable>>) {
  for (const [name, table] of Object.entries(tables)) edited.set(name, table)
}

export const editedTable = (name: string): EditedTable | undefined => edited.get(name)

/** Parts of a key are joined like this, as in the history. */
const JOINT = '·'

export const keyOfRow = (key: readonly string[], row: Readonly<Record<string, unknown>>) =>
  key.map((column) => String(row[column])).join(JOINT)

/** Whether a row's key is the one asked for, or begins with its parts. */
export const isWithinKey = (own: string, asked: string) => own === asked || own.startsWith(`${asked}${JOINT}`)

/** Parameters of the page of the history. */
export const HISTORY_PARAMETERS = { table: 'kas', key: 'atslega' } as const

/** Where the earlier states of a row are, or of all rows whose keys begin with the parts given. */
export const historyAddress = (slug: string, table: string, key: readonly (string | number | null)[]) =>
  `/darbs/${slug}/vesture?${new URLSearchParams({
    [HISTORY_PARAMETERS.table]: table,
    [HISTORY_PARAMETERS.key]: key.map(String).join(JOINT),
  })}`
