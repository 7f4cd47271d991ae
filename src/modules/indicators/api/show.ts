import type { z } from 'zod'
import { COVERED } from '#platform/covered.ts'
import type { CsvCell } from '#platform/csv.ts'
import { versionOf } from '../comparability.ts'
import type { Indicator, Observation, ObservedValue, Series, Target } from '../model.ts'
import { targetValue, type Verdict } from '../verdict.ts'
import { explainVerdict } from '../words/verdict.ts'
import { showCertainty, showVerdictCertainty } from './certainty.ts'
import type * as shapes from './shapes.ts'

type Shape<Name extends 'Baseline' | 'Observation' | 'Target' | 'Value' | 'Verdict'> = z.infer<
  (typeof shapes)[Name]
>

export function showObservation(indicator: Indicator, observation: Observation): Shape<'Observation'> {
  const { period, value, printed, note, since, source, locator, revision, recordedAt } = observation
  return {
    period,
    value,
    methodologyVersion: versionOf(indicator, observation) ?? null,
    certainty: showCertainty(indicator, observation),
    printed,
    note,
    isCovered: observation.isCovered === true,
    since,
    source,
    locator,
    revision,
    recordedAt: recordedAt.toISOString(),
  }
}

export function showBaseline(indicator: Indicator, { baseline }: Series): Shape<'Baseline'> | null {
  if (!baseline) return null
  return { ...showObservation(indicator, baseline.observation), recomputed: baseline.isRecomputed }
}

export function showTarget(series: Series, target: Target): Shape<'Target'> {
  const { year, kind, value, valueTo, unit, printed, note, source, locator, revision, recordedAt } = target
  return {
    year,
    kind,
    value,
    valueTo,
    unit,
    needed: targetValue(series, target),
    printed,
    note,
    revision,
    recordedAt: recordedAt.toISOString(),
    source,
    locator,
  }
}

export function showVerdict(series: Series, verdict: Verdict): Shape<'Verdict'> {
  const { period, status, targetYear, target, observation } = verdict
  return {
    period,
    status,
    reason: verdict.status === 'notEvaluable' ? verdict.reason : null,
    ...showVerdictCertainty(verdict),
    targetYear,
    targetValue: target && targetValue(series, target),
    value: observation?.value ?? null,
    arithmetic: explainVerdict(verdict),
  }
}

/** A value, and whether it is covered. */
type Shown = { value: Shape<'Value'>; isCovered: boolean }

/**
 * The cells of a value as `observations.csv` is read: one column for each part that a kind of value has. A covered
 * figure is `c`, which loading refuses.
 */
export const storedValueColumns = <Row extends Shown>(
  unitOf: (row: Row) => string | null,
): Record<string, (row: Row) => CsvCell> => {
  const cell = (pick: (value: ObservedValue) => CsvCell) => (row: Row) => pick(row.value as ObservedValue)
  return {
    value_kind: cell((value) => (value.kind === 'missing' ? null : value.kind)),
    number: (row) => writeNumber(row),
    unit: unitOf,
    numerator: cell((value) => (value.kind === 'share' ? value.numerator : null)),
    denominator: cell((value) => (value.kind === 'share' ? value.denominator : null)),
    share: cell((value) => (value.kind === 'number' ? value.share : null)),
    distribution: cell(writeDistribution),
    text_lv: cell((value) => (value.kind === 'text' ? value.text.lv : null)),
    text_en: cell((value) => (value.kind === 'text' ? value.text.en : null)),
    missing: cell((value) => (value.kind === 'missing' ? value.missing : null)),
  }
}

/** The cells of a value, for a table whose columns begin with `name`. */
export function valueColumns<Row>(
  name: string,
  read: (row: Row) => Shown | null | undefined,
): Record<string, (row: Row) => CsvCell> {
  const cell = (pick: (value: ObservedValue) => CsvCell) => (row: Row) => {
    const shown = read(row)
    return shown ? pick(shown.value as ObservedValue) : null
  }
  return {
    [`${name}_kind`]: cell((value) => value.kind),
    [`${name}_number`]: (row) => writeNumber(read(row)),
    [`${name}_unit`]: cell((value) => ('unit' in value ? value.unit : null)),
    [`${name}_numerator`]: cell((value) => (value.kind === 'share' ? value.numerator : null)),
    [`${name}_denominator`]: cell((value) => (value.kind === 'share' ? value.denominator : null)),
    [`${name}_share`]: cell((value) => (value.kind === 'number' ? value.share : null)),
    [`${name}_distribution`]: cell(writeDistribution),
    [`${name}_text_lv`]: cell((value) => (value.kind === 'text' ? value.text.lv : null)),
    [`${name}_text_en`]: cell((value) => (value.kind === 'text' ? value.text.en : null)),
    [`${name}_missing`]: cell((value) => (value.kind === 'missing' ? value.missing : null)),
  }
}

const writeNumber = (shown: Shown | null | undefined): CsvCell => {
  if (!shown) return null
  if (shown.isCovered) return COVERED
  return 'number' in shown.value ? shown.value.number : null
}

/** `yes=69; unknown=24; no=7` */
const writeDistribution = (value: ObservedValue): CsvCell =>
  value.kind === 'distribution'
    ? value.parts.map((part) => `${part.category}=${part.value}`).join('; ')
    : null
