import { join } from 'node:path'
import { type Finding, type FindingSubject, runRules } from '#modules/findings'
import type { Institution } from '#modules/registry'
import { type InstitutionRows, institutionSheets } from '#modules/registry.server'
import { asDocument } from '#modules/sources'
import { type SourceRows, sourceSheets } from '#modules/sources.server'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import { assembleIndicatorSet, type IndicatorSetRows } from '../assemble.ts'
import type { Indicator, IndicatorSet } from '../model.ts'
import { outlineOf } from '../outline.ts'
import { type IndicatorRows, indicatorSheets } from '../sheets.ts'
import { carriedBy } from './carried.ts'
import { indicatorRules } from './index.ts'
import { wholeOf } from './rule.ts'

/** A set of the given indicators in which 2023/2024 answers 2023 and 2024/2025 answers 2025. */
export function aSet(indicators: Indicator[], given: Partial<IndicatorSet> = {}): IndicatorSet {
  const periodRule = new Map([
    ['2023/2024', 2023],
    ['2024/2025', 2025],
  ])
  return { key: 'strategy', indicators, periodRule, sources: [], units: new Map(), ...given }
}

export type Rows = IndicatorRows & SourceRows & Pick<InstitutionRows, 'institutions'>

/** The rows that ship for Liepāja. */
export async function readLiepaja(): Promise<Rows> {
  const { institutions } = institutionSheets
  const sheets = { ...indicatorSheets, ...sourceSheets, institutions }
  const { rows, problems } = await readSheets(join('data', 'liepaja-2020-2025'), sheets)
  if (problems.length > 0) throw new Error(`Liepāja cannot be read: ${JSON.stringify(problems[0])}`)
  return rows
}

/** Rows of files as a set, on the road that rows of the database take, with keys in place of ids. */
export function asIndicatorSet(rows: Rows): IndicatorSet {
  const owned = {
    municipality_id: 'm',
    change_id: '00000000-0000-7000-8000-000000000000',
    is_public: true,
    revision: 1,
    changed_at: new Date(0),
  }
  const appended = { ...owned, recorded_at: new Date(0), recorded_by: 'test', revision_reason: null }
  const inSet = { ...owned, target_set_id: 'strategy' }
  const cited = <Row extends { source: string | null }>(row: Row) => ({ ...row, source_id: row.source })
  const promised = new Set([...rows.baselines, ...rows.targets].map(({ series }) => series))
  const table: IndicatorSetRows = {
    indicators: rows.indicators.map((row) => ({
      ...owned,
      ...cited(row),
      catalogue: 'strategy',
      id: row.code,
      series_count: rows.series.filter(({ indicator }) => indicator === row.code).length,
      is_promised: rows.series.some(({ key, indicator }) => indicator === row.code && promised.has(key)),
    })),
    units: rows.units.map((row) => ({ ...owned, ...row, catalogue: 'strategy' })),
    methodologies: rows.methodologies.map((row) => ({
      ...owned,
      ...cited(row),
      indicator_id: row.indicator,
      is_missing: row.missing === true,
    })),
    series: rows.series.map((row) => ({
      ...owned,
      ...row,
      catalogue: 'strategy',
      id: row.key,
      indicator_id: row.indicator,
      institution_id: row.institution,
    })),
    observations: rows.observations.map((row) => ({
      ...appended,
      ...cited(row),
      series_id: row.series,
      value_kind: row.missing === null ? row.value_kind : null,
      origin_file: 'observations.csv',
      origin_row: row.line,
    })),
    evidence: [],
    dimensionValues: rows.breakdowns.map((row) => ({ ...owned, ...row, catalogue: 'strategy' })),
    institutions: asInstitutions(rows),
    sources: {
      documents: rows.sources.map(asDocument),
      keys: new Map(rows.sources.map(({ key }) => [key, key])),
    },
    baselines: rows.baselines.map((row) => ({
      ...inSet,
      ...row,
      series_id: row.series,
      is_recomputed: row.recomputed,
    })),
    targets: rows.targets.map((row) => ({
      ...appended,
      ...inSet,
      ...cited(row),
      series_id: row.series,
      origin_file: 'targets.csv',
      origin_row: row.line,
    })),
    periodRule: rows.periodRule.map((row) => ({ ...inSet, ...row })),
  }
  return assembleIndicatorSet('strategy', table)
}

/** What series are called by: the names of institutions over time. */
const asInstitutions = ({ institutions }: Rows): Institution[] =>
  [...Map.groupBy(institutions, ({ key }) => key)].map(([key, versions]) => ({
    id: key,
    key,
    registrationNumber: null,
    versions: versions.map((row) => ({
      version: row.version,
      name: { lv: row.name_lv, en: row.name_en },
      shortName: null,
      type: null,
      legalForm: null,
      founder: { kind: null, name: null },
      validFrom: row.valid_from,
      validTo: row.valid_to,
      reason: null,
      endReason: null,
      source: row.source,
      locator: row.locator,
    })),
  }))

/** A finding in one line: `value-jump obstacle 6@2023/2024`. */
export function shortly({ code, severity, subjects }: Finding): string {
  return `${code} ${severity} ${subjects.map(shortSubject).join(' ')}`
}

function shortSubject(subject: FindingSubject): string {
  if (subject.kind === 'indicator') return subject.code
  if (subject.kind !== 'series') return subject.kind
  return [subject.key, subject.period ?? subject.year].filter((part) => part !== undefined).join('@')
}

/** What every rule finds in a set, in the order of the rules. */
export const findIndicatorFindings = (set: IndicatorSet): Finding[] =>
  indicatorRules.flatMap((one) =>
    one.over === 'whole'
      ? runRules([one.rule], wholeOf(set))
      : runRules([one.rule], { ...set, carried: carriedBy(outlineOf(set)) }),
  )
