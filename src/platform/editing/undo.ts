import { type Content, canonical } from '../write/stored.ts'
import type { State } from './states-store.server.ts'

/** One column before and after a change. */
export type ColumnChange = { column: string; before: unknown; after: unknown }

/** What a state changed of the one before; of the first one everything that it says. */
export function changesOf(state: State, before: State | undefined): ColumnChange[] {
  const columns = [...new Set([...Object.keys(before?.content ?? {}), ...Object.keys(state.content)])]
  return columns.flatMap((column) => {
    const change = { column, before: before?.content[column] ?? null, after: state.content[column] ?? null }
    return canonical(asInstant(change.before)) === canonical(asInstant(change.after)) ? [] : [change]
  })
}

/** What an undo would do, or why it cannot be. */
export type Undo =
  /** The row with the earlier values of what the change had touched. */
  | { kind: 'restored'; content: Content }
  /** The change had added the row: it is withdrawn. */
  | { kind: 'withdrawn'; content: Content }
  /** Later changes have touched the same; they would be lost. */
  | { kind: 'overlapped'; by: readonly State[] }
  | { kind: 'absent' }

/**
 * What undoing one change of a row comes to: a new state, in which whatever the change touched is as it was
 * before it and all else as it is now.
 *
 * @param states all states of the one row
 */
export function undoOf(states: readonly State[], revision: number): Undo {
  const inOrder = states.toSorted((a, b) => a.revision - b.revision)
  const at = inOrder.findIndex((state) => state.revision === revision)
  const undone = inOrder[at]
  const current = inOrder.at(-1)
  if (!undone || !current) return { kind: 'absent' }
  const before = inOrder[at - 1]
  const later = inOrder.slice(at + 1)
  if (!before) {
    return later.length === 0
      ? { kind: 'withdrawn', content: current.content }
      : { kind: 'overlapped', by: later }
  }
  const touched = changesOf(undone, before)
  const columns = new Set(touched.map(({ column }) => column))
  const overlapping = later.filter((state, index) =>
    changesOf(state, inOrder[at + index]).some(({ column }) => columns.has(column)),
  )
  if (overlapping.length > 0) return { kind: 'overlapped', by: overlapping }
  const earlier = Object.fromEntries(touched.map((change) => [change.column, change.before]))
  return { kind: 'restored', content: { ...current.content, ...earlier } }
}

/** When a row was withdrawn is kept as text in one place and as an instant in another. */
const asInstant = (value: unknown) => (value instanceof Date ? value.toISOString() : value)
