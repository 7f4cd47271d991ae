import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findAccountable } from '../accountability/accountable-store.server.ts'
import { findStandingCodes } from '../store.server.ts'
import type { People } from './people.server.ts'
import type { AskedAction, Round } from './round.ts'
import { ASKED, askedRow } from './round-rows.ts'
import { findAsked } from './rounds-store.server.ts'
import { isWithReporter } from './standing.ts'

/**
 * Brings who is asked in line with who answers for each action of the plan now: somebody else may since the round opened,
 * an account may have ended, an action may have been added. What was reported stays whose it was.
 */
export async function keepAsked(
  tx: DatabaseTransaction,
  change: Change,
  round: Round,
  { holders }: Pick<People, 'holders'>,
): Promise<AskedAction[]> {
  const { municipalityId } = change
  const accountable = await findAccountable(tx, municipalityId, round.strategyId)
  const before = new Map(
    (await findAsked(tx, municipalityId, round.id)).map((one) => [one.action, one] as const),
  )
  const codes = await findStandingCodes(tx, municipalityId, round.strategyId)
  const there = (id: string | null | undefined) => (id && holders.has(id) ? id : null)
  const now = codes.map((action): AskedAction => {
    const unknown = { action, accountId: null, deputyId: null, outcome: null, reports: [], decisions: [] }
    const known: AskedAction = before.get(action) ?? unknown
    if (!isWithReporter(known)) return known
    const named = accountable.get(action)
    return { ...known, accountId: there(named?.accountId), deputyId: there(named?.deputyId) }
  })
  await revise(
    tx,
    change,
    ASKED,
    now.map((one) => askedRow(round, one)),
  )
  return now
}
