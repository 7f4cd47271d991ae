import type { AskedAction, Round } from './round.ts'

/** A round as its table has it. */
export const roundRow = (round: Omit<Round, 'version'>) => ({
  id: round.id,
  strategy_id: round.strategyId,
  key: round.key,
  title_lv: round.title.lv,
  title_en: round.title.en,
  as_of: round.asOf,
  opens_on: round.opensOn,
  due_on: round.dueOn,
  closes_on: round.closesOn,
  decided_by: round.decidedBy,
  state: round.state,
  opened_at: round.openedAt,
  closed_at: round.closedAt,
})

/** An action that a round asks about, as its table has it. */
export const askedRow = (
  { id, strategyId }: Pick<Round, 'id' | 'strategyId'>,
  { action, accountId, deputyId, outcome }: Omit<AskedAction, 'reports' | 'decisions'>,
) => ({
  round_id: id,
  strategy_id: strategyId,
  action,
  account_id: accountId,
  deputy_id: deputyId,
  outcome,
})

/** What tells rows of these tables apart. */
export const ROUNDS = { table: 'strategy.status_round', key: ['key'], hasId: true } as const
export const ASKED = { table: 'strategy.round_action', key: ['round_id', 'action'] } as const
export const LINKS = { table: 'strategy.round_link', key: ['id'], hasId: true } as const
