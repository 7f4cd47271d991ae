import {
  type Citation,
  type CitedRow,
  citationReader,
  type OfficialRow,
  officialOf,
  type Wording,
  wordingOf,
  wordingOfRow,
} from '#modules/sources'
import type { LocalText } from '#platform/texts/text.ts'
import type {
  Action,
  Claim,
  Direction,
  Ending,
  Goal,
  Programme,
  StatusReport,
  Strategy,
  StrategySummary,
  StrategyTree,
} from './model.ts'
import type { StrategyRow } from './tables.server.ts'
import { voicesIn } from './voices.ts'

/** Keys of source documents by id. Sources it does not name are left out of citations. */
export type SourceKeys = ReadonlyMap<string, string>

/** A row of one of the plain lists, which are read together; `more` is the text beside the title. */
export type ListRow = OfficialRow & {
  list: 'value' | 'goal' | 'direction' | 'externalFactor' | 'recommendation'
  code: string
  position: number
  /** Goal of a direction. */
  parent: string | null
  continues: string | null
  title_lv: string
  title_en: string
  more_lv: string | null
  more_en: string | null
  source_id: string | null
  locator: string | null
}

/** What the tables hold of one strategy. */
export type StrategyTreeRows = {
  strategy: StrategyRow<'strategy'>
  lists: ListRow[]
  actions: StrategyRow<'action'>[]
  statuses: StrategyRow<'action_status'>[]
  programmes: StrategyRow<'programme'>[]
  links: StrategyRow<'programme_direction'>[]
  claims: StrategyRow<'claim'>[]
  goalIndicators: Pick<StrategyRow<'goal_indicator'>, 'indicator_id' | 'goal'>[]
}

/** Puts rows together into the tree that pages and rules work on. */
export function assembleStrategyTree(rows: StrategyTreeRows, sourceKeys: SourceKeys): StrategyTree {
  const cite = citationReader(sourceKeys)
  const list = (name: ListRow['list']) =>
    rows.lists.filter((row) => row.list === name).sort((a, b) => a.position - b.position)
  const plain = (row: ListRow) => ({
    code: row.code,
    position: row.position,
    title: local(row, 'title'),
    ...cite(row),
  })
  return {
    strategy: {
      ...asStrategy(rows.strategy, cite),
      values: list('value').map((row) => ({ ...plain(row), meaning: optional(row, 'more') })),
    },
    goals: assembleGoals(rows, list('goal'), list('direction'), cite),
    programmes: rows.programmes.map((row) => asProgramme(row, rows.links, cite)),
    externalFactors: list('externalFactor').map((row) => ({ ...plain(row), effect: optional(row, 'more') })),
    recommendations: list('recommendation').map(plain),
    claims: rows.claims.map((row) => asClaim(row, cite)),
    goalOfIndicator: new Map(rows.goalIndicators.map((row) => [row.indicator_id, row.goal])),
  }
}

function assembleGoals(rows: StrategyTreeRows, goals: ListRow[], directions: ListRow[], cite: Cite): Goal[] {
  const historyOf = Map.groupBy(rows.statuses, (row) => row.action)
  const actionsOf = Map.groupBy(rows.actions, (row) => row.direction)
  const asDirection = (row: ListRow): Direction => {
    const goal = row.parent ?? ''
    const actions = actionsOf.get(row.code) ?? []
    return {
      code: row.code,
      goal,
      position: row.position,
      continues: row.continues,
      ...wordingOfRow(row),
      ...cite(row),
      actions: actions.map((action) => asAction(action, goal, historyOf.get(action.code) ?? [], cite)),
    }
  }
  return goals.map((goal) => ({
    code: goal.code,
    position: goal.position,
    ...wordingOfRow(goal),
    aim: optional(goal, 'more'),
    continues: goal.continues,
    ...cite(goal),
    directions: directions.filter((row) => row.parent === goal.code).map(asDirection),
  }))
}

type Cite = (row: CitedRow) => Citation

export function asSummary(
  row: Pick<
    StrategyRow<'strategy'>,
    'municipality_id' | 'id' | 'key' | 'title_lv' | 'title_en' | 'version' | 'starts_on' | 'ends_on'
  >,
): StrategySummary {
  return {
    id: row.id,
    municipalityId: row.municipality_id,
    key: row.key,
    title: local(row, 'title'),
    version: row.version,
    period: { startsOn: row.starts_on, endsOn: row.ends_on },
  }
}

function asStrategy(row: StrategyRow<'strategy'>, cite: Cite): Omit<Strategy, 'values'> {
  const decision = { number: row.decision_number, minutes: row.decision_minutes, decidedOn: row.decided_on }
  return {
    ...asSummary(row),
    decision: Object.values(decision).some((part) => part !== null) ? decision : null,
    vision: statementOf(row, 'vision'),
    mission: statementOf(row, 'mission'),
    ...cite(row),
  }
}

function asAction(
  row: StrategyRow<'action'>,
  goal: string,
  statuses: readonly StrategyRow<'action_status'>[],
  cite: Cite,
): Action {
  return {
    code: row.code,
    goal,
    direction: row.direction,
    position: row.position,
    ...wordingOfRow(row),
    deliverable: optional(row, 'deliverable'),
    responsible: row.responsible,
    involved: row.involved,
    funding: row.funding,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    ended: endingOf(row),
    continues: row.continues ?? null,
    history: statuses.map((status) => asReport(status, cite)),
    ...cite(row),
  }
}

function endingOf(row: StrategyRow<'action'>): Ending | null {
  const { ended_on: on, end_reason_lv: lv, end_reason_en, merged_into } = row
  if (!on || !lv) return null
  return { on, reason: { lv, en: end_reason_en ?? lv }, into: merged_into ?? null }
}

const asReport = (row: StrategyRow<'action_status'>, cite: Cite): StatusReport => ({
  asOf: row.as_of,
  status: row.status,
  comment: optional(row, 'comment'),
  decidedBy: optional(row, 'decided_by'),
  evidence: optional(row, 'evidence'),
  decidedOn: row.decided_on,
  voices: voicesIn(row.voices),
  revision: row.revision,
  revisionReason: row.revision_reason,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  origin: { changeId: row.change_id, file: row.origin_file, row: row.origin_row },
  ...cite(row),
})

const asProgramme = (
  row: StrategyRow<'programme'>,
  links: readonly StrategyRow<'programme_direction'>[],
  cite: Cite,
): Programme => ({
  code: row.code,
  position: row.position,
  title: local(row, 'title'),
  state: row.state,
  promisedBy: row.promised_by,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  aim: optional(row, 'aim'),
  progress: optional(row, 'progress'),
  links: links
    .filter((link) => link.programme === row.code)
    .map((link) => ({ direction: link.direction, link: link.link, ...cite(link) })),
  ...cite(row),
})

const asClaim = (row: StrategyRow<'claim'>, cite: Cite): Claim => ({
  key: row.key,
  kind: row.kind,
  text: local(row, 'text'),
  official: officialOf(row),
  subjects: row.subjects,
  filter: row.filter,
  total: row.total,
  direction: row.direction,
  survey: row.survey,
  related: row.related ?? [],
  relatedNote: optional(row, 'related'),
  fromPeriod: row.from_period,
  toPeriod: row.to_period,
  value: row.value,
  share: row.share,
  date: row.date,
  ...cite(row),
})

/** Vision or mission; null when neither our words nor those of the document are there. */
function statementOf(row: StrategyRow<'strategy'>, name: 'vision' | 'mission'): Wording | null {
  const official = officialOf({
    official_lv: row[`${name}_official_lv`],
    official_en: row[`${name}_official_en`],
  })
  const short = optional(row, name) ?? (official && { lv: official.lv, en: official.en ?? official.lv })
  return short && wordingOf(short, official)
}

function local<Name extends string>(
  row: { [Column in `${Name}_lv` | `${Name}_en`]: string },
  name: Name,
): LocalText {
  return { lv: row[`${name}_lv`], en: row[`${name}_en`] }
}

/** The two columns of a text in both languages; null when the Latvian one is empty. */
function optional<Name extends string>(
  row: { [Column in `${Name}_lv` | `${Name}_en`]: string | null },
  name: Name,
): LocalText | null {
  const lv = row[`${name}_lv`]
  return lv === null ? null : { lv, en: row[`${name}_en`] ?? lv }
}
