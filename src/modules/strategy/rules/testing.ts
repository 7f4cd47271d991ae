import type { Finding, FindingSubject } from '#modules/findings'
import {
  type IndicatorSet,
  type Methodology,
  type Observation,
  type ObservedValue,
  outlineOf,
  type Series,
} from '#modules/indicators'
import { indicatorSheets } from '#modules/indicators.server'
import { asDocument, wordingOfRow } from '#modules/sources'
import { sourceSheets } from '#modules/sources.server'
import { surveySheets } from '#modules/surveys.server'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import type { RowsOf } from '#platform/import/sheet.ts'
import { assembleStrategyTree, type StrategyTreeRows } from '../assemble.ts'
import { strategySheets } from '../sheets.ts'
import { aMeasured } from '../testing.ts'
import type { StrategyData, SurveyFigures } from './rule.ts'

const { sources } = sourceSheets
const { surveys, surveyGroups, surveyItems, surveyResults, surveyMeans } = surveySheets
const { indicators, methodologies, series, observations, baselines } = indicatorSheets
const sheets = {
  ...strategySheets,
  sources,
  indicators,
  methodologies,
  series,
  observations,
  baselines,
  surveys,
  surveyGroups,
  surveyItems,
  surveyResults,
  surveyMeans,
}
export type Rows = RowsOf<typeof sheets>

/** The rows that ship for Liepāja. */
export async function readLiepaja(): Promise<Rows> {
  const { rows, problems } = await readSheets('data/liepaja-2020-2025', sheets)
  if (problems.length > 0) throw new Error(`Liepāja cannot be read: ${JSON.stringify(problems[0])}`)
  return rows
}

/** Rows of files as the rules see them once they are loaded, with keys in place of ids. */
export function asStrategyData(rows: Rows): StrategyData {
  const sourceKeys = new Map(rows.sources.map(({ key }) => [key, key]))
  const set = asIndicatorSet(rows)
  const tree = assembleStrategyTree(asTreeRows(rows), sourceKeys)
  return {
    tree,
    outline: outlineOf(set),
    claimed: set,
    surveyed: rows.surveys.map((row) => asSurvey(row, rows)),
  }
}

function asSurvey({ key, title_lv, title_en }: Rows['surveys'][number], rows: Rows): SurveyFigures {
  const own = <Row extends { survey: string }>(some: readonly Row[]) =>
    some.filter(({ survey }) => survey === key)
  return {
    survey: { key, title: { lv: title_lv, en: title_en } },
    groups: own(rows.surveyGroups).map(({ group, label_lv, label_en }) => ({
      code: group,
      label: { lv: label_lv, en: label_en },
    })),
    items: own(rows.surveyItems).map((row) => ({
      code: row.item,
      title: { lv: row.title_lv, en: row.title_en },
      printedMean: row.printed_mean === null ? null : { percent: row.printed_mean, decimals: 0 },
    })),
    results: own(rows.surveyResults),
    printedMeans: own(rows.surveyMeans).map((row) => ({ ...row, percent: row.printed_mean })),
  }
}

function asTreeRows(rows: Rows): StrategyTreeRows {
  const owned = {
    municipality_id: 'm',
    strategy_id: 's',
    change_id: '00000000-0000-7000-8000-000000000000',
    is_public: true,
    revision: 1,
    changed_at: new Date(0),
  }
  const appended = { recorded_at: new Date(0), recorded_by: 'test', revision_reason: null }
  const cited = <Row extends { source: string | null }>(row: Row) => ({
    ...owned,
    ...row,
    source_id: row.source,
  })
  const bare = { parent: null, more_lv: null, more_en: null }
  const [strategy] = rows.strategy
  if (!strategy) throw new RangeError('asTreeRows: no row for the strategy itself')
  return {
    strategy: { ...cited(strategy), id: 's', key: 'strategy' },
    lists: [
      ...rows.goals.map((row) => ({
        ...cited(row),
        ...bare,
        continues: row.continues ?? null,
        list: 'goal' as const,
      })),
      ...rows.directions.map((row) => ({
        ...cited(row),
        ...bare,
        continues: row.continues ?? null,
        list: 'direction' as const,
        parent: row.goal,
      })),
    ],
    actions: rows.actions.map(cited),
    statuses: rows.actionStatus.map((row) => ({
      ...cited(row),
      ...appended,
      origin_file: 'action-status.csv',
      origin_row: row.line,
    })),
    programmes: rows.programmes.map(cited),
    links: rows.programmeDirections.map(cited),
    claims: rows.claims.map(cited),
    goalIndicators: rows.indicators.flatMap(({ code, goal }) =>
      goal === null ? [] : [{ indicator_id: code, goal }],
    ),
  }
}

/** What the rules on a strategy ask of the figures. */
function asIndicatorSet(rows: Rows): IndicatorSet {
  const seriesOf = Map.groupBy(rows.series, (row) => row.indicator)
  const methodologiesOf = Map.groupBy(rows.methodologies, (row) => row.indicator)
  const baselines = new Set(rows.baselines.map(({ series }) => series))
  return {
    key: 'strategy',
    periodRule: new Map(),
    sources: rows.sources.map(asDocument),
    units: new Map(),
    indicators: rows.indicators.map(({ code, ...row }) => ({
      ...aMeasured({ code, unit: row.unit, frequency: row.frequency, retiredOn: row.retired_on }),
      id: code,
      ...wordingOfRow(row),
      retiredReason: row.retired_reason_lv === null ? null : { lv: row.retired_reason_lv, en: '' },
      methodologies: (methodologiesOf.get(code) ?? []).map(asMethodology),
      seriesCount: (seriesOf.get(code) ?? []).length,
      isPromised: (seriesOf.get(code) ?? []).some(({ key }) => baselines.has(key)),
      series: (seriesOf.get(code) ?? []).map((one) => asSeries(one, rows)),
    })),
  }
}

const asMethodology = (row: Rows['methodologies'][number]): Methodology => ({
  version: row.version,
  text: null,
  numerator: null,
  denominator: null,
  validFrom: row.valid_from,
  comparability: row.comparability,
  isMissing: row.missing === true,
  source: row.source,
  locator: row.locator,
})

function asSeries(
  { key, position, indicator, breakdown, institution }: Rows['series'][number],
  rows: Rows,
): Series {
  const row = rows.baselines.find((one) => one.series === key)
  const observations = rows.observations.filter((one) => one.series === key).map(asObservation)
  const observation = observations.find(({ period }) => period === row?.period)
  return {
    id: key,
    key,
    indicatorCode: indicator,
    position,
    unit: null,
    direction: null,
    breakdown,
    institution:
      institution === null ? null : { key: institution, name: { lv: institution, en: institution } },
    label: null,
    baseline: row && observation ? { observation, isRecomputed: row.recomputed } : null,
    targets: [],
    results: observations.filter((one) => one !== observation),
  }
}

const asObservation = (row: Rows['observations'][number]): Observation => ({
  period: row.period,
  value: asValue(row),
  unit: row.unit,
  methodology: row.methodology,
  stated: { n: null, interval: null, standardError: null },
  evidence: null,
  printed: row.printed,
  note: null,
  since: null,
  revision: 1,
  recordedAt: new Date(0),
  recordedBy: 'test',
  origin: { changeId: null, file: 'observations.csv', row: row.line },
  source: row.source,
  locator: row.locator,
})

function asValue({ missing, value_kind, unit, ...row }: Rows['observations'][number]): ObservedValue {
  const number = row.number ?? Number.NaN
  if (missing !== null || value_kind === null) return { kind: 'missing', missing: missing ?? 'unknown' }
  if (value_kind === 'number') return { kind: 'number', number, unit: unit ?? '' }
  if (value_kind === 'share') return { kind: 'share', number, unit: 'percent' }
  if (value_kind === 'ratio') return { kind: 'ratio', number, unit: 'ratio' }
  return { kind: 'text', text: { lv: row.text_lv ?? '', en: row.text_en ?? '' } }
}

/** A finding in one line: `claim-trend-unsteady notice claim:stem 16`. */
export function shortly({ code, severity, subjects }: Finding): string {
  return [code, severity, ...subjects.map(shortSubject)].join(' ')
}

function shortSubject(subject: FindingSubject): string {
  if (subject.kind === 'action' || subject.kind === 'indicator') return subject.code
  if (subject.kind === 'series') return subject.key
  if (subject.kind === 'claim' || subject.kind === 'source') return `${subject.kind}:${subject.key}`
  if (subject.kind === 'surveyItem') return [subject.group, subject.item].filter((part) => part).join('/')
  if (subject.kind === 'surveyGroup') return subject.group
  return [subject.part ?? 'strategy', subject.code].filter((part) => part !== undefined).join(':')
}

/** What two lists of findings do not share, down to the words. */
export function compareFindings(before: Finding[], after: Finding[]) {
  const without = (some: Finding[], others: Finding[]) => {
    const known = new Set(others.map((finding) => JSON.stringify(finding)))
    return some.filter((finding) => !known.has(JSON.stringify(finding))).map(shortly)
  }
  return { gone: without(before, after), come: without(after, before) }
}
