import { readAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import type { StoredProblem } from '../import/problems.ts'
import { refuse } from '../refuse.ts'
import { PRESENT } from '../rights/declaration.ts'
import { declarationOf } from '../rights/declared.ts'
import { demand, type User } from '../users.ts'
import { type Change, inChange } from '../write/change.server.ts'
import { ChangedMeanwhile, revise, type Target } from '../write/revise.server.ts'
import type { RevisedRow, RevisedTable } from '../write/revised-tables.ts'
import type { Content } from '../write/stored.ts'
import { withdraw } from '../write/withdraw.server.ts'
import { type EditedTable, editedTable } from './edited-tables.ts'
import { findStates, type RowPlace, type State } from './states-store.server.ts'
import { undoOf } from './undo.ts'

export type Undone =
  | { kind: 'saved'; changeId: string }
  /** Later changes have touched the same. */
  | { kind: 'overlapped'; by: readonly State[] }
  /** The row has been changed since its history was shown. */
  | { kind: 'meanwhile' }
  /** What would then be stored breaks rules that it has kept so far. */
  | { kind: 'wrong'; problems: readonly StoredProblem[] }

/**
 * Looks at what is stored before an undo.
 *
 * @returns what says, once the undo is written, what is newly wrong by the rules that forms and files hold
 */
export type Watch = (
  tx: DatabaseTransaction,
  place: RowPlace,
) => Promise<() => Promise<readonly StoredProblem[]>>

export type AskedUndo = {
  /** The change to undo, by the revision that it made. */
  revision: number
  /** The newest revision that was seen. */
  version: number
  why: string
  watch: Watch
}

/**
 * How a table's rows are edited, for who may.
 *
 * @throws Refused (404) when nobody edits the table on pages; (403) when this user may not
 */
export function demandEdited(user: User, municipalityId: string, table: string): EditedTable {
  const edited = editedTable(table) ?? refuse(404, 'platform.refused.absent')
  const declared = declarationOf(table)
  if (!declared || !('reach' in declared) || declared.write === PRESENT) {
    refuse(404, 'platform.refused.absent')
  }
  demand(user, declared.write, { municipalityId })
  if (edited.read) demand(user, edited.read, { municipalityId })
  return edited
}

/**
 * Undoes one change of one row by a new revision: what the change touched becomes as it was before. What
 * later changes have touched is not undone with it, and what would break rules is not undone at all.
 */
export async function undoChange(
  db: Database,
  user: User,
  place: RowPlace,
  asked: AskedUndo,
): Promise<Undone> {
  const { municipalityId, table, key } = place
  const edited = demandEdited(user, municipalityId, table)
  const isPublic = await isEverybodys(db, user, place, edited)
  const intent = {
    municipalityId,
    stream: edited.stream,
    origin: 'form',
    action: 'change.undone',
    subject: `${table} ${key}`.slice(0, 200),
    why: asked.why.trim(),
    isPublic,
    at: new Date(),
  } as const
  const work = async (tx: DatabaseTransaction, change: Change): Promise<Undone> => {
    const states = (await findStates(tx, place, edited)).filter((state) => state.key === key)
    const newest = states.reduce((most, { revision }) => Math.max(most, revision), 0)
    if (newest !== asked.version) return { kind: 'meanwhile' }
    const undo = undoOf(states, asked.revision)
    if (undo.kind === 'absent') refuse(404, 'platform.refused.absent')
    if (undo.kind === 'overlapped') return undo
    const findWrong = await asked.watch(tx, place)
    const isGone = undo.kind === 'withdrawn' || Boolean(undo.content.withdrawn_at)
    if (isGone)
      await withdrawAgain(tx, change, { table, key: edited.key }, { ...undo.content, revision: newest })
    else await reviseUntyped(tx, change, { table, ...edited }, undo.content)
    await edited.settle?.(tx, change)
    const problems = await findWrong()
    if (problems.length > 0) throw new Wrong(problems)
    return { kind: 'saved', changeId: change.id }
  }
  try {
    return (await inChange(db, user, intent, work, { municipalityId })).result
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return { kind: 'meanwhile' }
    if (error instanceof Wrong) return { kind: 'wrong', problems: error.problems }
    throw error
  }
}

/** Ends an undo of which nothing is to be kept. */
class Wrong extends Error {
  readonly problems: readonly StoredProblem[]
  constructor(problems: readonly StoredProblem[]) {
    super(`undo refused: ${problems.length} problems`)
    this.problems = problems
  }
}

/** Whether the row is everybody's, which its next state stays. */
async function isEverybodys(
  db: Database,
  user: User,
  place: RowPlace,
  edited: EditedTable,
): Promise<boolean> {
  const within = { municipalityId: place.municipalityId }
  const states = await readAs(db, user, (tx) => findStates(tx, place, edited), within)
  const own = states.find(({ key }) => key === place.key) ?? refuse(404, 'platform.refused.absent')
  return own.isPublic
}

async function withdrawAgain(
  tx: DatabaseTransaction,
  change: Change,
  target: { table: string; key: readonly string[] },
  stored: Content,
) {
  await withdraw(tx, change, target, { ...stored, is_public: change.isPublic })
  change.counts.changed += 1
}

/** The table is known by name only: its types end at this door. */
const reviseUntyped = (
  tx: DatabaseTransaction,
  change: Change,
  { table, key, hasId = false }: Pick<EditedTable, 'key' | 'hasId'> & { table: string },
  content: Content,
) =>
  revise(tx, change, { table, key, hasId } as unknown as Target<RevisedTable>, [
    content as RevisedRow<RevisedTable>,
  ])
