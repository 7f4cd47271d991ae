import { checkLater } from '#platform/import/check-later.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { parsePeriod } from '#platform/period.ts'
import { checkAccountabilityRows } from './accountability/check-rows.ts'
import { IMPLEMENTATION_STATUSES } from './model.ts'
import { TREND_DIRECTIONS } from './rules/trend.ts'
import { type StrategyRows, strategySheets } from './sheets.ts'

/** Says what in the rows contradicts itself; what points at something that is not there, the sheets declare. */
export function checkStrategyRows(rows: StrategyRows): ImportProblem[] {
  return [
    ...checkOneStrategy(rows.strategy),
    ...checkLater('strategy.csv', rows.strategy, 'starts_on', 'ends_on'),
    ...checkLater('actions.csv', rows.actions, 'starts_on', 'due_on'),
    ...checkLater('programmes.csv', rows.programmes, 'starts_on', 'ends_on'),
    ...rows.actions.flatMap(checkEnding),
    ...rows.actionStatus.flatMap(checkStatus),
    ...rows.actionEvidence.flatMap(checkEvidence),
    ...rows.programmes.flatMap(checkProgramme),
    ...rows.claims.flatMap(checkClaim),
    ...checkAccountabilityRows(rows),
  ]
}

/** The folder is about one strategy: exactly one row. */
function checkOneStrategy(strategies: StrategyRows['strategy']): ImportProblem[] {
  const { file } = strategySheets.strategy
  const [first, ...others] = strategies
  if (!first) return [{ file, reason: 'platform.import.oneRow', values: {} }]
  return others.map((row) => ({
    file,
    line: row.line,
    column: 'title_lv',
    reason: 'platform.import.conflict' as const,
    values: { found: row.title_lv, other: first.title_lv },
  }))
}

/** An action that has ended says why, one that was merged has ended, and none goes into itself. */
function checkEnding(row: StrategyRows['actions'][number]): ImportProblem[] {
  const place = { file: strategySheets.actions.file, line: row.line }
  const needs = (found: 'ended_on' | 'end_reason_lv' | 'merged_into', other: 'ended_on' | 'end_reason_lv') =>
    isGiven(row[found]) && !isGiven(row[other])
      ? [{ ...place, column: other, reason: 'platform.import.together' as const, values: { found, other } }]
      : []
  const problems: ImportProblem[] = [
    ...needs('ended_on', 'end_reason_lv'),
    ...needs('end_reason_lv', 'ended_on'),
    ...needs('merged_into', 'ended_on'),
  ]
  if (row.merged_into === row.code) {
    const values = { found: row.code }
    problems.push({ ...place, column: 'merged_into', reason: 'platform.import.itself', values })
  }
  return problems
}

const isGiven = (cell: string | null | undefined) => cell !== null && cell !== undefined

/** Putting an action off needs a reason. */
function checkStatus(row: StrategyRows['actionStatus'][number]): ImportProblem[] {
  if (row.status !== 'deferred' || row.comment_lv !== null) return []
  const place = { file: strategySheets.actionStatus.file, line: row.line, column: 'comment_lv' }
  const values = { found: 'deferred', other: 'comment_lv' }
  return [{ ...place, reason: 'platform.import.together', values }]
}

/** Works are of a kind and in an institution; nothing else is of a kind of works. */
function checkEvidence(row: StrategyRows['actionEvidence'][number]): ImportProblem[] {
  const place = { file: strategySheets.actionEvidence.file, line: row.line }
  if (row.kind !== 'works') {
    if (row.works === null) return []
    const values = { found: row.works, other: 'kind' }
    return [{ ...place, column: 'kind', reason: 'platform.import.together', values }]
  }
  return (['institution', 'works'] as const)
    .filter((column) => row[column] === null)
    .map((column) => ({
      ...place,
      column,
      reason: 'platform.import.together',
      values: { found: 'works', other: column },
    }))
}

/** A programme that is only planned was promised by some action. */
function checkProgramme(row: StrategyRows['programmes'][number]): ImportProblem[] {
  if (row.state !== 'planned' || row.promised_by !== null) return []
  const place = { file: strategySheets.programmes.file, line: row.line, column: 'promised_by' }
  const values = { found: 'planned', other: 'promised_by' }
  return [{ ...place, reason: 'platform.import.together', values }]
}

type ClaimRow = StrategyRows['claims'][number]
type Kind = ClaimRow['kind']

/** Columns that a claim of each kind cannot do without. */
const NEEDED: Record<Kind, readonly (keyof ClaimRow & string)[]> = {
  trend: ['direction', 'from_period', 'to_period'],
  sumTrend: ['direction', 'from_period', 'to_period'],
  count: ['value'],
  sum: ['total', 'to_period', 'value'],
  share: ['total', 'to_period', 'share'],
  order: ['direction', 'date'],
  ranking: ['direction'],
}
const DIRECTIONS: Record<Kind, readonly string[]> = {
  trend: TREND_DIRECTIONS,
  sumTrend: TREND_DIRECTIONS,
  count: [],
  sum: [],
  share: [],
  order: ['before', 'after'],
  ranking: ['highest', 'lowest'],
}
/** What a claim may count, with the filters that each understands and their values where fixed. */
const COUNTED: Record<string, Record<string, readonly string[] | undefined>> = {
  actions: { goal: undefined, status: IMPLEMENTATION_STATUSES },
  directions: { goal: undefined },
  indicators: { goal: undefined, data: ['yes', 'no'], retired: ['yes', 'no'], methodology: ['yes', 'no'] },
}

function checkClaim(row: ClaimRow): ImportProblem[] {
  const place = { file: strategySheets.claims.file, line: row.line }
  const choice = (column: string, found: string, allowed: readonly string[]): ImportProblem => ({
    ...place,
    column,
    reason: 'platform.import.choice',
    values: { found, allowed: allowed.join(', ') },
  })
  const problems: ImportProblem[] = NEEDED[row.kind]
    .filter((column) => row[column] === null)
    .map((other) => ({
      ...place,
      column: other,
      reason: 'platform.import.together',
      values: { found: row.kind, other },
    }))
  const isAnswered = row.subjects.length > 0
  if (!isAnswered && row.related === null) {
    problems.push({ ...place, column: 'subjects', reason: 'platform.import.required', values: {} })
  }
  if (row.direction !== null && !DIRECTIONS[row.kind].includes(row.direction)) {
    problems.push(choice('direction', row.direction, DIRECTIONS[row.kind]))
  }
  if (row.from_period !== null && row.from_period !== 'baseline' && !parsePeriod(row.from_period)) {
    const values = { found: row.from_period }
    problems.push({ ...place, column: 'from_period', reason: 'platform.import.period', values })
  }
  if ((row.related === null) !== (row.related_lv === null)) {
    const [found, other] = row.related === null ? ['related_lv', 'related'] : ['related', 'related_lv']
    problems.push({ ...place, column: other, reason: 'platform.import.together', values: { found, other } })
  }
  if (row.kind === 'sum' && row.total !== null && row.subjects.includes(row.total)) {
    problems.push({
      ...place,
      column: 'total',
      reason: 'platform.import.itself',
      values: { found: row.total },
    })
  }
  if (row.share !== null && (row.share < 0 || row.share > 100)) {
    problems.push(choice('share', String(row.share), ['0–100']))
  }
  if (row.kind === 'order') {
    const dates = ['decidedOn', 'startsOn', 'endsOn']
    problems.push(
      ...row.subjects.filter((one) => !dates.includes(one)).map((one) => choice('subjects', one, dates)),
    )
  }
  if (row.kind === 'ranking') problems.push(...checkRanking(row, choice))
  return row.kind === 'count' ? [...problems, ...checkCount(row, choice)] : problems
}

/** Of a survey exactly one thing says what is compared; of the plan, the statuses that count as progress. */
function checkRanking(row: ClaimRow, choice: Choice): ImportProblem[] {
  const ways = row.survey === null ? ['status'] : ['group', 'item', 'scope', 'gap']
  const named = Object.keys(row.filter)
  const wrong = named.filter((name) => name !== 'among' && !ways.includes(name))
  if (wrong.length > 0) return wrong.map((name) => choice('filter', name, [...ways, 'among']))
  const chosen = named.filter((name) => ways.includes(name))
  return chosen.length === 1 ? [] : [choice('filter', named.join(';'), ways)]
}

type Choice = (column: string, found: string, allowed: readonly string[]) => ImportProblem

function checkCount(row: ClaimRow, choice: Choice): ImportProblem[] {
  const [subject = '', ...others] = row.subjects
  const filters = COUNTED[subject]
  if (!filters || others.length > 0) return [choice('subjects', row.subjects.join(';'), Object.keys(COUNTED))]
  return Object.entries(row.filter).flatMap(([name, value]) => {
    if (!(name in filters)) return [choice('filter', name, Object.keys(filters))]
    const allowed = filters[name]
    if (!allowed) return []
    return value
      .split('+')
      .filter((one) => !allowed.includes(one))
      .map((one) => choice('filter', one, allowed))
  })
}
