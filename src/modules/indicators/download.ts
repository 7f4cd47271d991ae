import type { CsvCell } from '#platform/csv.ts'
import type { Language } from '#platform/texts/text.ts'
import type { JudgedSeries } from './list.ts'
import type { Indicator, Observation, ObservedValue, Target } from './model.ts'
import { targetValue } from './verdict.ts'

/** Columns of the file of series, in their order. */
export const SERIES_COLUMNS = [
  'indicator',
  'title',
  'series',
  'label',
  'direction',
  'baseline_period',
  'baseline',
  'baseline_missing',
  'period',
  'result',
  'result_unit',
  'result_missing',
  'result_printed',
  'target_year',
  'target_kind',
  'target_value',
  'target_unit',
  'target_needed',
  'target_printed',
  'verdict',
  'reason',
  'source',
  'locator',
  'revision',
  'recorded_at',
] as const

/** Columns of the file of figures, in their order. */
export const FIGURE_COLUMNS = [
  'indicator',
  'series',
  'label',
  'role',
  'period',
  'target_year',
  'kind',
  'value',
  'unit',
  'numerator',
  'denominator',
  'share',
  'missing',
  'needed',
  'methodology',
  'printed',
  'note',
  'source',
  'locator',
  'revision',
  'recorded_at',
  'import_file',
  'import_row',
] as const

/** One row of a file: a cell for every column. */
export type DownloadRow<Column extends string> = Record<Column, CsvCell>
type SeriesRow = DownloadRow<(typeof SERIES_COLUMNS)[number]>
type FigureRow = DownloadRow<(typeof FIGURE_COLUMNS)[number]>
/** What a row says of the figure itself; the series is named beside it. */
type FigureCells = Omit<FigureRow, 'indicator' | 'series' | 'label'>

/** The rows of the indicator table: a series each, with its result, target and verdict. */
export function seriesRows(judged: readonly JudgedSeries[], language: Language): SeriesRow[] {
  return judged.map(({ indicator, series, verdict }) => {
    const { observation, baseline, target } = verdict
    return {
      indicator: indicator.code,
      title: indicator.title[language],
      series: series.key,
      label: series.label?.[language] ?? null,
      direction: indicator.direction,
      baseline_period: baseline?.observation.period ?? null,
      baseline: plainValue(baseline?.observation.value, language),
      baseline_missing: missingKind(baseline?.observation.value),
      period: verdict.period,
      result: plainValue(observation?.value, language),
      result_unit: unitOf(observation?.value),
      result_missing: missingKind(observation?.value),
      result_printed: observation?.printed ?? null,
      target_year: verdict.targetYear,
      target_kind: target?.kind ?? null,
      target_value: target?.value ?? null,
      target_unit: target?.unit ?? null,
      target_needed: target ? targetValue(series, target) : null,
      target_printed: target?.printed ?? null,
      verdict: verdict.status,
      reason: verdict.status === 'notEvaluable' ? verdict.reason : null,
      source: observation?.source ?? null,
      locator: observation?.locator ?? null,
      revision: observation?.revision ?? null,
      recorded_at: observation?.recordedAt.toISOString() ?? null,
    }
  })
}

/** Every figure of one indicator: baselines, results and targets, a row each. */
export function figureRows(indicator: Indicator, language: Language): FigureRow[] {
  return indicator.series.flatMap((series) => {
    const line = { indicator: indicator.code, series: series.key, label: series.label?.[language] ?? null }
    const baseline = series.baseline
      ? [observationRow(series.baseline.observation, 'baseline', language)]
      : []
    const results = series.results.map((result) => observationRow(result, 'result', language))
    const targets = series.targets.map((target) => targetRow(target, targetValue(series, target), language))
    return [...baseline, ...results, ...targets].map((row) => ({ ...line, ...row }))
  })
}

function observationRow(
  observation: Observation,
  role: 'baseline' | 'result',
  language: Language,
): FigureCells {
  const { value } = observation
  return {
    role,
    period: observation.period,
    target_year: null,
    kind: value.kind === 'missing' ? null : value.kind,
    value: plainValue(value, language),
    unit: unitOf(value),
    numerator: value.kind === 'share' ? (value.numerator ?? null) : null,
    denominator: value.kind === 'share' ? (value.denominator ?? null) : null,
    share: value.kind === 'number' ? (value.share ?? null) : null,
    missing: missingKind(value),
    needed: null,
    methodology: observation.methodology,
    printed: observation.printed,
    note: observation.note?.[language] ?? null,
    source: observation.source,
    locator: observation.locator,
    revision: observation.revision,
    recorded_at: observation.recordedAt.toISOString(),
    import_file: observation.origin.file,
    import_row: observation.origin.row,
  }
}

function targetRow(target: Target, needed: number | null, language: Language): FigureCells {
  return {
    role: 'target',
    period: null,
    target_year: target.year,
    kind: target.kind,
    value: target.value,
    unit: target.unit,
    numerator: null,
    denominator: null,
    share: null,
    missing: null,
    needed,
    methodology: null,
    printed: target.printed,
    note: target.note?.[language] ?? null,
    source: target.source,
    locator: target.locator,
    revision: target.revision,
    recorded_at: target.recordedAt.toISOString(),
    import_file: target.origin.file,
    import_row: target.origin.row,
  }
}

/** A value in one cell; a distribution as `yes=69;unknown=24;no=7`, nothing for what is missing. */
function plainValue(value: ObservedValue | undefined, language: Language): CsvCell {
  if (value === undefined || value.kind === 'missing') return null
  if (value.kind === 'text') return value.text[language]
  if (value.kind !== 'distribution') return value.number
  return value.parts.map((part) => `${part.category}=${part.value}`).join(';')
}

function missingKind(value: ObservedValue | undefined): string | null {
  return value?.kind === 'missing' ? value.missing : null
}

function unitOf(value: ObservedValue | undefined): string | null {
  return value !== undefined && 'unit' in value ? value.unit : null
}
