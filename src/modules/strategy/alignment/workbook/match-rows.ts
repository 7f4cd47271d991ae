import { fold } from '#platform/texts/fold.ts'
import { cellsOf, FIELD_OF, type WrittenItem } from '../item-columns.ts'
import type { PlanItem, PlanOfWork } from '../model.ts'
import type { CellProblem, ReadRow } from './read-plan.server.ts'

/** What a workbook makes of a plan: tasks that it adds and changes, those that stay, and what cannot be told. */
export type Matched = {
  added: { number: number | null; item: WrittenItem }[]
  changed: { before: PlanItem; item: WrittenItem }[]
  same: number
  problems: CellProblem[]
}

const isSame = (a: WrittenItem, b: WrittenItem) => JSON.stringify(cellsOf(a)) === JSON.stringify(cellsOf(b))
const nameOf = ({ goal, task }: Pick<WrittenItem, 'goal' | 'task'>) => `${fold(goal ?? '')}\n${fold(task)}`

/** Of columns that the workbook does not have the task keeps what it says. */
const withStored = ({ item, absent }: ReadRow, before: PlanItem): WrittenItem => {
  const stored = absent.map((column) => [FIELD_OF[column], before[FIELD_OF[column]]])
  return { ...item, ...Object.fromEntries(stored) }
}

/**
 * Tells which tasks of a plan the rows of a workbook are. A row that was taken from the plan changes its task, unless
 * somebody has changed it meanwhile; one without a number is a new task, or the one of the same goal and words. Sent
 * twice it changes nothing the second time, and tasks that it leaves out stay.
 *
 * @param withdrawn numbers of tasks that were taken out of the plan
 */
export function matchRows(
  plan: Pick<PlanOfWork, 'key' | 'items'>,
  rows: readonly ReadRow[],
  withdrawn: ReadonlySet<number>,
): Matched {
  const matched: Matched = { added: [], changed: [], same: 0, problems: [] }
  const byNumber = new Map(plan.items.map((item) => [item.number, item]))
  const named = new Set(rows.flatMap(({ number }) => number ?? []))
  const byName = new Map(plan.items.map((item) => [nameOf(item), item]))
  const newNames = new Map<string, string>()
  for (const row of rows) {
    const { number, stamp, at } = row
    const refuse = (
      reason: CellProblem['reason'],
      values?: CellProblem['values'],
      column: 'number' | 'task' | 'stamp' = 'number',
    ) => matched.problems.push({ cell: at(column), reason, ...(values ? { values } : {}) })
    if (stamp && stamp.plan !== plan.key) {
      refuse('strategy.alignment.upload.otherPlan', { plan: stamp.plan }, 'stamp')
      continue
    }
    if (number !== null && withdrawn.has(number)) {
      refuse('strategy.alignment.upload.takenOut', { number: String(number) })
      continue
    }
    const before = number === null ? byName.get(nameOf(row.item)) : byNumber.get(number)
    const item = before ? withStored(row, before) : row.item
    if (before && isSame(before, item)) {
      matched.same += 1
      continue
    }
    if (!before) {
      const twice = newNames.get(nameOf(item))
      if (twice) refuse('strategy.alignment.upload.taskTwice', { cell: twice }, 'task')
      else {
        newNames.set(nameOf(item), at('task'))
        matched.added.push({ number, item })
      }
    } else if (number === null)
      // A second row of the same words stands for the task that its own row speaks of already.
      refuse(
        named.has(before.number)
          ? 'strategy.alignment.upload.taskTwice'
          : 'strategy.alignment.upload.taskThere',
        { number: String(before.number), cell: at('task') },
        'task',
      )
    else if (!stamp) refuse('strategy.alignment.upload.numberTaken', { number: String(number) })
    else if (stamp.version !== before.version)
      refuse('strategy.alignment.upload.meanwhile', { number: String(number) })
    else matched.changed.push({ before, item })
  }
  return matched
}
