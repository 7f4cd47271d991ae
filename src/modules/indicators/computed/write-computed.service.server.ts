import { v7 as uuidv7 } from 'uuid'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { comparePeriods } from '#platform/period.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { OBSERVATION } from '../appended.ts'
import { SERIES } from '../changed.ts'
import { dimensionsOf, isSameCombination, keyOf } from '../edits/combination.ts'
import { freeKey } from '../edits/free-key.server.ts'
import { findEverySeries, findMethodologyRows } from '../edits/rows-store.server.ts'
import type { MissingKind } from '../model.ts'
import type { IndicatorsTables } from '../tables.server.ts'
import { findNewestOf } from './computed-store.server.ts'
import { quotientOf } from './quotient.ts'

type IndicatorRow = IndicatorsTables['indicators.indicator']
type SeriesRow = Awaited<ReturnType<typeof findEverySeries>>[number]

/** What was computed for one series of an indicator: of an institution, or of all of them together. */
export type ComputedFigure = {
  institution: { id: string; key: string } | null
  value: { numerator: number; denominator: number | null } | { missing: MissingKind }
  note: LocalText | null
  sourceId: string | null
  locator: string | null
}

/** Where a figure stands after it was written. */
export type WrittenFigure = {
  figure: ComputedFigure
  seriesId: string
  revision: number
  /** Whether this very change has written it; equal figures are left alone. */
  isWritten: boolean
}

/**
 * Writes figures that another module has computed, with the series that are not there yet. Nothing is written where
 * the figure stands already. The caller has made sure that they may be written.
 *
 * @throws RangeError when a figure cannot be of the indicator's kind, which `quotientOf` tells beforehand
 */
export async function writeComputed(
  tx: DatabaseTransaction,
  change: Change,
  of: { indicator: IndicatorRow; breakdown: Record<string, string>; period: string },
  figures: readonly ComputedFigure[],
): Promise<WrittenFigure[]> {
  const { indicator, breakdown, period } = of
  const own = { ...change, isPublic: indicator.is_public }
  const every = await findEverySeries(tx, change.municipalityId, indicator.id)
  const methodology = await methodologyOf(tx, change.municipalityId, indicator.id, period)
  const placed: { figure: ComputedFigure; series: Pick<SeriesRow, 'id' | 'unit'> }[] = []
  for (const figure of figures) {
    const series = await seriesFor(tx, own, { indicator, breakdown, every }, figure)
    placed.push({ figure, series })
  }
  const before = await newest(tx, change.municipalityId, period, placed)
  await revise(
    tx,
    own,
    OBSERVATION,
    placed.map(({ figure, series }) => ({
      ...BLANK,
      ...columnsOf(indicator, series.unit ?? indicator.unit, figure),
      series_id: series.id,
      period,
      methodology,
      note_lv: figure.note?.lv ?? null,
      note_en: figure.note?.en ?? null,
      source_id: figure.sourceId,
      locator: figure.locator,
    })),
  )
  const after = await newest(tx, change.municipalityId, period, placed)
  return placed.map(({ figure, series }) => {
    const revision = after.get(series.id)?.revision ?? 0
    return {
      figure,
      seriesId: series.id,
      revision,
      isWritten: revision !== before.get(series.id)?.revision,
    }
  })
}

const newest = (
  tx: DatabaseTransaction,
  municipalityId: string,
  period: string,
  placed: readonly { series: { id: string } }[],
) =>
  findNewestOf(
    tx,
    municipalityId,
    period,
    placed.map(({ series }) => series.id),
  )

const BLANK = {
  value_kind: null,
  missing: null,
  number: null,
  unit: null,
  numerator: null,
  denominator: null,
  share: null,
  distribution: null,
  text_lv: null,
  text_en: null,
  n: null,
  interval_low: null,
  interval_high: null,
  standard_error: null,
  since: null,
  printed: null,
  withdrawn_at: null,
} as const

function columnsOf({ value_kind }: IndicatorRow, unit: string, { value }: ComputedFigure) {
  if ('missing' in value) return { missing: value.missing }
  const number = quotientOf(value_kind, unit, value)
  if (number === null) throw new RangeError(`writeComputed: ${value_kind} cannot be computed so`)
  // Only a share has parts that are counts of one group; of a rate they may be anything.
  const parts = value_kind === 'share' ? { numerator: value.numerator, denominator: value.denominator } : {}
  return { value_kind, number, unit, ...parts }
}

type Among = { indicator: IndicatorRow; breakdown: Record<string, string>; every: SeriesRow[] }

/** The series that a figure belongs to, made where it is missing. One that is made stands among the others at once. */
async function seriesFor(
  tx: DatabaseTransaction,
  change: Change,
  { indicator, breakdown, every }: Among,
  { institution }: ComputedFigure,
): Promise<Pick<SeriesRow, 'id' | 'unit'>> {
  const about = { breakdown, institution_id: institution?.id ?? null }
  const alike = every.find((one) => isSameCombination(one, about))
  if (alike && !alike.withdrawn_at) return alike
  const place = { municipalityId: change.municipalityId, catalogue: indicator.catalogue }
  const dimensions = [...new Set([...dimensionsOf(every), ...Object.keys(breakdown)])]
  const values = dimensions.flatMap((dimension) => breakdown[dimension] ?? [])
  const key =
    alike?.key ?? (await freeKey(tx, place, keyOf(indicator.code, institution?.key ?? null, values)))
  const row = {
    ...about,
    breakdown: alike?.breakdown ?? breakdown,
    id: alike?.id ?? uuidv7(),
    catalogue: indicator.catalogue,
    key,
    indicator_id: indicator.id,
    position: alike?.position ?? Math.max(0, ...every.map(({ position }) => position)) + 1,
    unit: alike?.unit ?? null,
    direction: alike?.direction ?? null,
  }
  await revise(tx, change, SERIES, [row])
  if (!alike) every.push(row as unknown as SeriesRow)
  return row
}

/** The version of the methodology that holds for a period; null where none is stated. */
async function methodologyOf(
  tx: DatabaseTransaction,
  municipalityId: string,
  indicatorId: string,
  period: string,
): Promise<number | null> {
  const rows = await findMethodologyRows(tx, municipalityId, indicatorId)
  const holding = rows.filter(
    (row) => !row.is_missing && (row.valid_from === null || comparePeriods(row.valid_from, period) <= 0),
  )
  return holding.at(-1)?.version ?? null
}
