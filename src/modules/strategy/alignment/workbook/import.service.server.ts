import { v7 as uuidv7 } from 'uuid'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { type AskedPlan, intentOf } from '../consult.service.server.ts'
import { demandWriting, holdDraft } from '../items.service.server.ts'
import { knownOf, readNameable } from '../known.server.ts'
import { ITEMS, itemRow } from '../plan-rows.ts'
import { findWithdrawnNumbers, nextNumber } from '../plan-store.server.ts'
import { matchRows } from './match-rows.ts'
import { type CellProblem, readPlan } from './read-plan.server.ts'

export type Imported = { added: number; changed: number; same: number }

/**
 * Takes over the tasks of a filled workbook into a draft: all of them, or none where anything is wrong.
 *
 * @throws Refused (403) without the right, and when the plan is no draft
 */
export async function importPlan(
  db: Database,
  user: User,
  asked: AskedPlan,
  bytes: Uint8Array,
): Promise<Imported | { problems: readonly CellProblem[] }> {
  const { municipalityId } = asked
  const within = { municipalityId }
  const seen = await demandWriting(db, user, asked)
  const nameable = await readAs(db, user, (tx) => readNameable(tx, seen), within)
  const read = await readPlan(bytes, knownOf(nameable))
  const work = async (tx: DatabaseTransaction, change: Change) => {
    const plan = await holdDraft(tx, user, asked)
    const withdrawn = await findWithdrawnNumbers(tx, municipalityId, plan.id)
    const matched = matchRows(plan, read.rows, withdrawn)
    const problems = [...read.problems, ...matched.problems]
    if (problems.length > 0) return { problems }
    const highest = Math.max(0, ...matched.added.flatMap(({ number }) => number ?? []))
    let next = Math.max(await nextNumber(tx, municipalityId, plan.id), highest + 1)
    const added = matched.added.map(({ number, item }) => {
      const own = number ?? next
      if (number === null) next += 1
      return itemRow(plan, { ...item, id: uuidv7(), number: own, carriedFrom: null })
    })
    const changed = matched.changed.map(({ before, item }) => itemRow(plan, { ...before, ...item }))
    await revise(tx, change, ITEMS, [...added, ...changed])
    return { added: added.length, changed: changed.length, same: matched.same }
  }
  return (await inChange(db, user, intentOf(asked, 'plan.imported'), work, within)).result
}
