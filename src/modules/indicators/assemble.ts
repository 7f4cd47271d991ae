import { type Institution, institutionNear } from '#modules/registry'
import { citationReader, type SourceDocument, wordingOfRow } from '#modules/sources'
import type { LocalText } from '#platform/texts/text.ts'
import { readContinued } from './continued.ts'
import { isFigure } from './figures.ts'
import type {
  DistributionPart,
  Evidence,
  Indicator,
  IndicatorSet,
  Methodology,
  Observation,
  ObservedValue,
  Series,
  Target,
} from './model.ts'
import { newestDay } from './periods.ts'
import type { IndicatorsTables } from './tables.server.ts'

type Rows<Name extends string> = IndicatorsTables[`indicators.${Name}` & keyof IndicatorsTables][]

/** What the tables hold of one municipality and target set. */
export type IndicatorSetRows = {
  indicators: (Rows<'indicator'>[number] & { is_promised: boolean; series_count: number })[]
  methodologies: Rows<'methodology'>
  series: Rows<'series'>
  observations: Rows<'observation'>
  evidence: Rows<'evidence'>
  dimensionValues: Rows<'dimension_value'>
  /** Those that series are about. */
  institutions: readonly Institution[]
  sources: { documents: SourceDocument[]; keys: ReadonlyMap<string, string> }
  baselines: Rows<'baseline'>
  targets: Rows<'target'>
  periodRule: Rows<'period_rule'>
  units: Rows<'unit'>
}
export type ObservationRow = Rows<'observation'>[number]

/** Puts rows together into the shapes that verdicts, findings and pages work on. */
export function assembleIndicatorSet(key: string, rows: IndicatorSetRows): IndicatorSet {
  const sourceKeys = rows.sources.keys
  const seriesOf = groupBy(rows.series, (row) => row.indicator_id)
  const methodologiesOf = groupBy(rows.methodologies, (row) => row.indicator_id)
  const assembleSeries = seriesAssembler(rows, sourceKeys)
  return {
    key,
    periodRule: new Map(rows.periodRule.map((row) => [row.period, row.target_year])),
    sources: rows.sources.documents,
    units: new Map(rows.units.map((row) => [row.code, wordsOfUnit(row)])),
    indicators: rows.indicators.map((row) => ({
      ...asIndicator(row, sourceKeys),
      methodologies: (methodologiesOf.get(row.id) ?? []).map((one) => asMethodology(one, sourceKeys)),
      series: (seriesOf.get(row.id) ?? []).map((one) => assembleSeries(one, row.code)),
    })),
  }
}

const wordsOfUnit = (row: Rows<'unit'>[number]) => ({
  name: { lv: row.name_lv, en: row.name_en },
  suffix: row.suffix ?? row.code,
})

function seriesAssembler(rows: IndicatorSetRows, sourceKeys: ReadonlyMap<string, string>) {
  const labels = dimensionLabels(rows.dimensionValues)
  const observationsOf = groupBy(rows.observations, (row) => row.series_id)
  const evidenceOf = new Map(rows.evidence.map((row) => [figureOf(row), asEvidence(row)]))
  const targetsOf = groupBy(rows.targets, (row) => row.series_id)
  const baselineOf = new Map(rows.baselines.map((row) => [row.series_id, row]))
  const institutions = new Map(rows.institutions.map((one) => [one.id, one]))

  return (row: Rows<'series'>[number], indicatorCode: string): Series => {
    const observations = (observationsOf.get(row.id) ?? []).map((one) =>
      asObservation(one, sourceKeys, rows.dimensionValues, evidenceOf.get(figureOf(one))),
    )
    const baseline = baselineOf.get(row.id)
    const baselineObservation = observations.find((one) => one.period === baseline?.period)
    const periods = observations.filter(isFigure).map(({ period }) => period)
    const institution =
      row.institution_id === null
        ? null
        : nameInstitution(institutions.get(row.institution_id), newestDay(periods))
    return {
      id: row.id,
      key: row.key,
      indicatorCode,
      position: row.position,
      unit: row.unit,
      direction: row.direction,
      breakdown: row.breakdown,
      institution,
      label: labelOf({ ...row, institution }, labels),
      baseline:
        baseline && baselineObservation
          ? { observation: baselineObservation, isRecomputed: baseline.is_recomputed }
          : null,
      targets: (targetsOf.get(row.id) ?? []).map((one) => asTarget(one, sourceKeys)),
      results: observations.filter((one) => one !== baselineObservation),
    }
  }
}

/** What each value of each dimension is called, by `dimension=value`. */
export const dimensionLabels = (values: Rows<'dimension_value'>): ReadonlyMap<string, LocalText | null> =>
  new Map(values.map((row) => [`${row.dimension}=${row.value}`, local(row, 'label')]))

/**
 * An institution by its name on a day, or by the name it last had when there is no day. One that the reader may
 * not see has no name, but its figures are still not those of the whole municipality.
 */
export const nameInstitution = (
  institution: Institution | undefined,
  day: string | null,
): NonNullable<Series['institution']> =>
  institution
    ? { key: institution.key, name: institutionNear(institution, day).name }
    : { key: '', name: { lv: 'iestāde, kas nav publiskota', en: 'an institution that is not published' } }

/** Institution and breakdown in words, in the order in which the series' key names them. */
export function labelOf(
  { key, breakdown, institution }: Pick<Series, 'key' | 'breakdown' | 'institution'>,
  labels: ReadonlyMap<string, LocalText | null>,
): LocalText | null {
  const order = key.split('/')
  const ofBreakdown = Object.entries(breakdown).map(([dimension, value]) => ({
    value,
    name: labels.get(`${dimension}=${value}`) ?? { lv: value, en: value },
  }))
  const named = institution ? [{ value: institution.key, name: institution.name }] : []
  const parts = [...named, ...ofBreakdown]
    .sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
    .map(({ name }) => name)
  if (parts.length === 0) return null
  const join = (language: keyof LocalText) => capitalise(parts.map((part) => part[language]).join(', '))
  return { lv: join('lv'), en: join('en') }
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export function asObservation(
  row: ObservationRow,
  sourceKeys: ReadonlyMap<string, string>,
  dimensionValues: Rows<'dimension_value'>,
  evidence: Evidence | null = null,
): Observation {
  const { interval_low: low, interval_high: high } = row
  return {
    period: row.period,
    value: asValue(row, dimensionValues),
    unit: row.unit,
    methodology: row.methodology,
    stated: {
      n: row.n,
      interval: low === null || high === null ? null : { low, high },
      standardError: row.standard_error,
    },
    evidence,
    printed: row.printed,
    note: local(row, 'note'),
    since: row.since,
    revision: row.revision,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    origin: { changeId: row.change_id, file: row.origin_file, row: row.origin_row },
    ...citationReader(sourceKeys)(row),
  }
}

const figureOf = (row: { series_id: string; period: string }) => `${row.series_id} ${row.period}`

const asEvidence = ({
  share,
  decimals,
  n,
  low,
  high,
  method,
  address,
}: Rows<'evidence'>[number]): Evidence => ({
  share,
  decimals,
  n,
  low,
  high,
  method,
  address,
})

function asValue(row: ObservationRow, dimensionValues: Rows<'dimension_value'>): ObservedValue {
  const number = row.number ?? Number.NaN
  const unit = row.unit ?? ''
  switch (row.value_kind) {
    case null:
      return { kind: 'missing', missing: row.missing ?? 'unknown' }
    case 'number':
      return { kind: 'number', number, unit, ...(row.share === null ? {} : { share: row.share }) }
    case 'share':
      return {
        kind: 'share',
        number,
        unit: 'percent',
        ...(row.numerator === null ? {} : { numerator: row.numerator }),
        ...(row.denominator === null ? {} : { denominator: row.denominator }),
      }
    case 'ratio':
      return { kind: 'ratio', number, unit: 'ratio' }
    case 'distribution':
      return { kind: 'distribution', unit, parts: namedParts(row.distribution ?? [], dimensionValues) }
    case 'text':
      return { kind: 'text', text: local(row, 'text') ?? { lv: '', en: '' } }
  }
}

/**
 * Parts in the order of the breakdown that names them, the best first, whatever the order of the file. Categories
 * that are numbers keep the file's order: of marks nobody but the source knows which end is the good one.
 */
function inStatedOrder<Part extends { category: string }>(parts: readonly Part[], order: readonly string[]) {
  if (order.length === 0 || parts.every(({ category }) => /^\d+$/.test(category))) return parts
  return parts.toSorted((a, b) => order.indexOf(a.category) - order.indexOf(b.category))
}

/** Categories are values of one breakdown: the first that has all of them names and orders them. */
function namedParts(
  parts: readonly { category: string; value: number }[],
  dimensionValues: Rows<'dimension_value'>,
): DistributionPart[] {
  const dimensions = groupBy(dimensionValues, (row) => row.dimension)
  const known = [...dimensions.values()]
    .map((rows) => rows.toSorted((a, b) => a.position - b.position))
    .map((rows) => new Map(rows.map((row) => [row.value, row])))
    .find((rows) => parts.every((part) => rows.has(part.category)))
  return inStatedOrder(parts, [...(known?.keys() ?? [])]).map((part) => {
    const row = known?.get(part.category)
    const label = row && local(row, 'label')
    return {
      ...part,
      ...(label ? { label } : {}),
      ...(row?.ranked === false ? { isUnranked: true as const } : {}),
    }
  })
}

const asTarget = (row: Rows<'target'>[number], sourceKeys: ReadonlyMap<string, string>): Target => ({
  year: row.target_year,
  kind: row.kind,
  value: row.value,
  valueTo: row.value_to,
  unit: row.unit,
  printed: row.printed,
  note: local(row, 'note'),
  revision: row.revision,
  recordedAt: row.recorded_at,
  origin: { changeId: row.change_id, file: row.origin_file, row: row.origin_row },
  ...citationReader(sourceKeys)(row),
})

const asMethodology = (
  row: Rows<'methodology'>[number],
  sourceKeys: ReadonlyMap<string, string>,
): Methodology => ({
  version: row.version,
  text: local(row, 'text'),
  numerator: local(row, 'numerator'),
  denominator: local(row, 'denominator'),
  validFrom: row.valid_from,
  comparability: row.comparability,
  isMissing: row.is_missing,
  ...citationReader(sourceKeys)(row),
})

const asIndicator = (
  row: IndicatorSetRows['indicators'][number],
  sourceKeys: ReadonlyMap<string, string>,
): Omit<Indicator, 'methodologies' | 'series'> => ({
  id: row.id,
  code: row.code,
  position: row.position,
  ...wordingOfRow(row),
  definition: local(row, 'definition'),
  titleUnit: row.title_unit,
  unit: row.unit,
  direction: row.direction,
  valueKind: row.value_kind,
  frequency: row.frequency,
  aboutPersons: row.about_persons,
  restsOn: row.rests_on,
  owner: row.owner,
  dataSource: local(row, 'data_source'),
  legalBasis: row.legal_basis,
  isInDataMinimum: row.data_minimum,
  isPromised: row.is_promised,
  seriesCount: row.series_count,
  retiredOn: row.retired_on,
  retiredReason: local(row, 'retired_reason'),
  ...continuedBy(row.continues),
  ...citationReader(sourceKeys)(row),
})

function continuedBy(text: string | null | undefined): Pick<Indicator, 'continues'> {
  const continues = text ? readContinued(text) : undefined
  return continues ? { continues } : {}
}

/** The two columns of a text in both languages; null when the Latvian one is empty. */
export function local<Name extends string>(
  row: { [Column in `${Name}_lv` | `${Name}_en`]: string | null },
  name: Name,
): LocalText | null {
  const lv = row[`${name}_lv`]
  return lv === null ? null : { lv, en: row[`${name}_en`] ?? lv }
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
