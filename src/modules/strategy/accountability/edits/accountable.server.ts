import { type AccountHolder, findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice } from '#platform/editing/fields.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { type PlanScope, withoutEffects } from '../../edits/scope.server.ts'
import { ownTexts } from '../../own-text.ts'
import { findAccountableRows } from '../accountable-store.server.ts'
import { settleAsked } from '../asked.server.ts'
import { type Appointment, appoint } from '../set-accountable.service.server.ts'

/** Fields of an action's row, and those that fill in what is empty in all rows. */
export const accountableField = (code: string) => `${code}.account`
export const deputyField = (code: string) => `${code}.deputy`
export const FOR_ALL = 'all.account'

/**
 * Who answers for each of some actions, all of them together. Whoever answers already is replaced, never taken away.
 *
 * @param able accounts that can be chosen
 */
export async function accountableEdit(
  tx: DatabaseTransaction,
  scope: PlanScope,
  { actions, able }: { actions: readonly string[]; able: ReadonlySet<string> },
): Promise<Edit> {
  const { municipalityId, strategyId } = scope
  const stored = async (now: DatabaseTransaction) => {
    const rows = await findAccountableRows(now, municipalityId, strategyId)
    return new Map(rows.filter(({ action }) => actions.includes(action)).map((row) => [row.action, row]))
  }
  const drawn = await stored(tx)
  const holders = await findAccountHolders(tx, municipalityId)
  const many = actions.length > 1
  const fields = actions.flatMap((code): EditField[] => {
    const labelValues = { code }
    const row = drawn.get(code)
    const accounts = optionsOf(holders, able, row ? [row.account_id, row.deputy_id] : [])
    return [
      choice(accountableField(code), 'strategy.accountable.of', accounts, { labelValues }),
      choice(deputyField(code), 'strategy.accountable.deputyOf', accounts, { labelValues }),
    ]
  })
  const forAll = choice(FOR_ALL, 'strategy.accountable.forAll', optionsOf(holders, able), {
    hint: 'strategy.accountable.forAll.hint',
  })
  return {
    ...withoutEffects(scope),
    action: 'accountable.set',
    subject: scope.key,
    stream: 'planning',
    isPublic: false,
    fields: [...(many ? [forAll] : []), ...fields],
    read: async (now) => {
      const rows = await stored(now)
      const values = actions.flatMap((code) => [
        [accountableField(code), rows.get(code)?.account_id ?? ''],
        [deputyField(code), rows.get(code)?.deputy_id ?? ''],
      ])
      const version = [...rows.values()].reduce((sum, { revision }) => sum + revision, 0)
      return { version, values: Object.fromEntries(values) }
    },
    write: async (now, change, typed) => {
      const rows = await stored(now)
      const complaints: Record<string, readonly Complaint[]> = {}
      const changed: Appointment[] = []
      for (const code of actions) {
        const row = rows.get(code)
        const { accountId, deputyId } = readRow(typed, code)
        if (accountId === (row?.account_id ?? '') && deputyId === (row?.deputy_id ?? null)) continue
        if (accountId === '') {
          const reason = row ? 'strategy.accountable.noErasing' : 'strategy.accountable.deputyAlone'
          complaints[accountableField(code)] = [{ reason }]
        } else changed.push({ action: code, accountId, deputyId })
      }
      const problems =
        Object.keys(complaints).length > 0
          ? {}
          : await appoint(now, change, scope, { appointments: changed, able })
      for (const [code, found] of Object.entries(problems)) complaints[fieldOf(code, found)] = found
      if (Object.keys(complaints).length > 0) return complaints
      await settleAsked(now, change)
      return undefined
    },
  }
}

/** Who is typed for all stands where nobody is typed. */
function readRow(typed: Typed, code: string) {
  const of = (name: string) => (typed[name] ?? '').trim()
  const deputy = of(deputyField(code))
  return { accountId: of(accountableField(code)) || of(FOR_ALL), deputyId: deputy === '' ? null : deputy }
}

const OF_DEPUTY: readonly (Complaint['reason'] | undefined)[] = [
  'strategy.accountable.noDeputy',
  'strategy.accountable.deputyNoRole',
  'strategy.accountable.sameDeputy',
]
const fieldOf = (code: string, [found]: readonly Complaint[]) =>
  OF_DEPUTY.includes(found?.reason) ? deputyField(code) : accountableField(code)

/** Those who can be chosen, and those who are named already although they no longer could be. */
const optionsOf = (
  holders: readonly AccountHolder[],
  able: ReadonlySet<string>,
  named: readonly (string | null)[] = [],
): Option[] =>
  holders
    .filter(({ accountId }) => able.has(accountId) || named.includes(accountId))
    .map(({ accountId, name, endedOn }) => ({
      value: accountId,
      label: endedOn === null ? { lv: name, en: name } : ownTexts('strategy.accountable.ended', { name }),
    }))
