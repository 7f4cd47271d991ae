import type { Db } from '#platform/database/types.server.ts'
import { voicesIn } from '../voices.ts'
import type { AskedAction, Round, RoundDecision, RoundReport } from './round.ts'
import type { RoundTables } from './tables.server.ts'

type Own = Db<RoundTables>
type Row = RoundTables['strategy.status_round']

/** Rounds of a plan, the newest first. Of a municipality those of all its plans. One statement. */
export async function findRounds(db: Own, municipalityId: string, strategyId?: string): Promise<Round[]> {
  const rows = await selectRounds(db, municipalityId)
    .$if(strategyId !== undefined, (query) => query.where('strategy_id', '=', strategyId ?? ''))
    .orderBy('due_on', 'desc')
    .orderBy('key')
    .execute()
  return rows.map(roundOf)
}

/** One round by its key; undefined where there is none. */
export async function findRound(db: Own, municipalityId: string, key: string): Promise<Round | undefined> {
  const [row] = await selectRounds(db, municipalityId).where('key', '=', key).execute()
  return row && roundOf(row)
}

/** One round by its id; undefined where there is none. */
export async function findRoundById(db: Own, municipalityId: string, id: string): Promise<Round | undefined> {
  const [row] = await selectRounds(db, municipalityId).where('id', '=', id).execute()
  return row && roundOf(row)
}

/** What a round asks about, with every step taken, in the order of codes. Three statements. */
export async function findAsked(
  db: Own,
  municipalityId: string,
  roundId: string,
  action?: string,
): Promise<AskedAction[]> {
  const asked = await db
    .selectFrom('strategy.round_action')
    .select(['action', 'account_id', 'deputy_id', 'outcome'])
    .where('municipality_id', '=', municipalityId)
    .where('round_id', '=', roundId)
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
    .orderBy('action')
    .execute()
  const reports = await db
    .selectFrom('strategy.round_report')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('round_id', '=', roundId)
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
    .orderBy('version')
    .execute()
  const decisions = await db
    .selectFrom('strategy.round_decision')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('round_id', '=', roundId)
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
    .orderBy('number')
    .execute()
  const reportsOf = Map.groupBy(reports, (row) => row.action)
  const decisionsOf = Map.groupBy(decisions, (row) => row.action)
  return asked.map((row) => ({
    action: row.action,
    accountId: row.account_id,
    deputyId: row.deputy_id,
    outcome: row.outcome,
    reports: (reportsOf.get(row.action) ?? []).map(reportOf),
    decisions: (decisionsOf.get(row.action) ?? []).map(decisionOf),
  }))
}

/** Keeps what was reported, for good. */
export async function insertReport(
  db: Own,
  row: Omit<RoundTables['strategy.round_report'], 'at'> & { at?: Date },
): Promise<void> {
  await db.insertInto('strategy.round_report').values(row).execute()
}

/** Keeps a decision, for good. */
export async function insertDecision(
  db: Own,
  row: Omit<RoundTables['strategy.round_decision'], 'at'> & { at?: Date },
): Promise<void> {
  await db.insertInto('strategy.round_decision').values(row).execute()
}

/** Whether a report with this name of one pressing is there already. */
export async function hasReport(
  db: Own,
  { municipalityId, roundId, action, once }: Record<'municipalityId' | 'roundId' | 'action' | 'once', string>,
): Promise<boolean> {
  const row = await db
    .selectFrom('strategy.round_report')
    .select('version')
    .where('municipality_id', '=', municipalityId)
    .where('round_id', '=', roundId)
    .where('action', '=', action)
    .where('once', '=', once)
    .executeTakeFirst()
  return row !== undefined
}

const selectRounds = (db: Own, municipalityId: string) =>
  db.selectFrom('strategy.status_round').selectAll().where('municipality_id', '=', municipalityId)

const roundOf = (row: Row): Round => ({
  id: row.id,
  strategyId: row.strategy_id,
  key: row.key,
  title: { lv: row.title_lv, en: row.title_en },
  asOf: row.as_of,
  opensOn: row.opens_on,
  dueOn: row.due_on,
  closesOn: row.closes_on,
  decidedBy: row.decided_by,
  state: row.state,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  version: row.revision,
})

const reportOf = (row: Omit<RoundTables['strategy.round_report'], 'at'> & { at: Date }): RoundReport => ({
  version: row.version,
  author: row.author,
  handedBy: row.handed_by,
  way: row.way,
  at: row.at,
  status: row.status,
  sentence: row.sentence,
  evidenceTitle: row.evidence_title,
  evidenceUrl: row.evidence_url,
  milestone: row.milestone,
  milestoneOn: row.milestone_on,
})

const decisionOf = (
  row: Omit<RoundTables['strategy.round_decision'], 'at'> & { at: Date },
): RoundDecision => ({
  number: row.number,
  version: row.version,
  kind: row.kind,
  decidedBy: row.decided_by,
  at: row.at,
  remark: row.remark,
  group: row.group_name,
  decidedOn: row.decided_on,
  voices: voicesIn(row.voices),
  present: row.present,
})
