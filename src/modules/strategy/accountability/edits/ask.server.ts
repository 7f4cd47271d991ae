import { findOpenTasksOfKind } from '#modules/work.server'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, day, tick } from '#platform/editing/fields.ts'
import { readTyped } from '#platform/editing/read-cells.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { Refusal } from '#platform/import/column.ts'
import { date } from '#platform/import/columns.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { type PlanScope, withoutEffects } from '../../edits/scope.server.ts'
import { askFor, MISSING_TASK, type Wanted } from '../asked.server.ts'

export const askField = (code: string) => `ask.${code}`
const ACCOUNT = 'account'
const DUE = 'due_on'

type Asking = {
  slug: string
  /** Actions that lack something, with what of it can be asked for here. */
  lacking: readonly Wanted[]
  /** Accounts of those who may fill it in. */
  editors: ReadonlySet<string>
}

/** Asking somebody by name to fill in what actions lack, by a day. */
export async function askEdit(
  tx: DatabaseTransaction,
  scope: PlanScope,
  { slug, lacking, editors }: Asking,
): Promise<Edit> {
  const { municipalityId } = scope
  const holders = await findAccountHolders(tx, municipalityId)
  const accounts = holders
    .filter(({ accountId, endedOn }) => endedOn === null && editors.has(accountId))
    .map(({ accountId, name }) => ({ value: accountId, label: { lv: name, en: name } }))
  const ticks = lacking.map(
    ({ action, title }): EditField =>
      tick(askField(action), 'strategy.lacks.tick', { labelValues: { action: `${action} ${title}` } }),
  )
  return {
    ...withoutEffects(scope),
    action: 'missing.asked',
    subject: scope.key,
    stream: 'planning',
    isPublic: false,
    fields: [
      ...ticks,
      choice(ACCOUNT, 'strategy.lacks.account', accounts, {
        isRequired: true,
        hint: 'strategy.lacks.account.hint',
      }),
      day(DUE, 'strategy.lacks.due.label', { isRequired: true }),
    ],
    // What is sent twice is known by how many are asked already.
    read: async (now) => {
      const open = await findOpenTasksOfKind(now, municipalityId, MISSING_TASK)
      return { version: open.length, values: {} }
    },
    write: async (now, change, typed) => {
      const chosen = lacking.filter(({ action }) => typed[askField(action)] === 'yes')
      const accountId = (typed[ACCOUNT] ?? '').trim()
      const dueOn = readTyped(date, typed[DUE] ?? '')
      const complaints: Record<string, readonly Complaint[]> = {}
      if (chosen.length === 0) complaints[''] = [{ reason: 'strategy.lacks.nothing' }]
      if (!(dueOn instanceof Refusal) && dueOn < municipalDay())
        complaints[DUE] = [{ reason: 'strategy.lacks.past' }]
      const isChosen = accounts.some(({ value }) => value === accountId)
      if (dueOn instanceof Refusal || !isChosen || Object.keys(complaints).length > 0) {
        if (dueOn instanceof Refusal && (typed[DUE] ?? '').trim() !== '')
          complaints[DUE] = [{ reason: dueOn.reason, values: dueOn.values }]
        return complaints
      }
      await askFor(now, change, { slug, plan: scope.key, accountId, dueOn }, chosen)
      return undefined
    },
  }
}
