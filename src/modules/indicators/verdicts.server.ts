import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { readInBatches } from './batches.server.ts'
import { filterSeries, type JudgedSeries, judgeSet } from './list.ts'
import type { PeriodRule } from './model.ts'
import { commonPeriod } from './own-period.ts'
import { askedPeriod } from './questions.ts'
import { findPeriodRule } from './store.server.ts'
import { type Standing, tallyVerdicts, type VerdictTally } from './tally.ts'
import {
  findJudged,
  findTallies,
  type Judged,
  type JudgedId,
  type VerdictFilter,
} from './verdict-store.server.ts'

/** Verdicts by which set on which period, in which state of the figures. */
export type AskedVerdicts = Judged & {
  periodRule: PeriodRule
  /** The newest state unless given. */
  asOf?: Date | undefined
}

/**
 * Verdicts are kept of the newest figures: for the periods that the rule names, and for the latest of every
 * series. Others are judged when asked for.
 */
const areKept = ({ asOf, period, periodRule }: AskedVerdicts) =>
  asOf === undefined && (period === null || periodRule.has(period))

type AskedStanding = Omit<AskedVerdicts, 'periodRule' | 'period'> & {
  /** Another period than the rule names is not answered. */
  period?: string | null | undefined
}

/** How a set stands in the period asked for, or else every series in its own latest. Two statements when kept. */
export async function readStanding(tx: DatabaseTransaction, asked: AskedStanding): Promise<Standing> {
  const { municipalityId, targetSet } = asked
  const periodRule = await readPeriodRule(tx, municipalityId, targetSet)
  const chosen = askedPeriod({ periodRule }, asked.period)
  const verdicts = await readTallies(tx, { ...asked, period: chosen, periodRule })
  return {
    asked: chosen,
    period: commonPeriod(verdicts.map(({ period }) => period)),
    periodRule,
    verdicts,
    // Whatever promises something is judged, if only as not to be judged.
    promised: new Set(verdicts.map(({ indicatorId }) => indicatorId)),
  }
}

/** Which target year each period answers. One statement. */
export async function readPeriodRule(
  tx: DatabaseTransaction,
  municipalityId: string,
  targetSet: string,
): Promise<PeriodRule> {
  const rows = await findPeriodRule(tx, municipalityId, targetSet)
  return new Map(rows.map((row) => [row.period, row.target_year]))
}

/** How each indicator, or some of them, stand: verdicts counted. One statement, unless it has to judge anew. */
export async function readTallies(
  tx: DatabaseTransaction,
  asked: AskedVerdicts,
  indicators?: readonly string[],
): Promise<VerdictTally[]> {
  if (areKept(asked)) return findTallies(tx, asked, indicators)
  const tallies: VerdictTally[] = []
  for await (const judged of judgeInBatches(tx, asked, indicators)) tallies.push(...tallyVerdicts(judged))
  return tallies
}

/** The series that answer every part of a filter, in the order of lists. One statement, unless it has to judge. */
export async function readJudged(
  tx: DatabaseTransaction,
  asked: AskedVerdicts,
  filter: VerdictFilter = {},
): Promise<JudgedId[]> {
  if (areKept(asked)) return findJudged(tx, asked, filter)
  const found: JudgedId[] = []
  for await (const judged of judgeInBatches(tx, asked, filter.indicators)) {
    for (const { indicator, series, verdict } of filterSeries(judged, filter)) {
      found.push({ indicatorId: indicator.id, seriesId: series.id, period: verdict.period })
    }
  }
  return found
}

async function* judgeInBatches(
  tx: DatabaseTransaction,
  { period, ...asked }: AskedVerdicts,
  indicators?: readonly string[],
): AsyncGenerator<JudgedSeries[]> {
  for await (const set of readInBatches(tx, { ...asked, indicators })) yield judgeSet(set, period)
}
