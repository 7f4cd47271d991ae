import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Complaints } from '#platform/forms/form.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { OBSERVATION } from '../appended.ts'
import { checkIndicatorRows } from '../check-rows.ts'
import type { IndicatorRows } from '../sheets.ts'
import { type FigureRow, type ReadFigure, VALUE_COLUMN } from './figure-row.ts'
import { complaintsAt, type PlanFacts, rowsWith } from './plan-facts.server.ts'
import { rulesOf, type SeriesRow } from './rules-of.ts'
import type { IndicatorScope } from './scope.server.ts'

export type OfSeries = { scope: IndicatorScope; facts: PlanFacts; series: SeriesRow }

/**
 * What is wrong with figures as they were typed: all at once, each at its field, by the rules of files.
 *
 * @param others figures of the series that are not typed here, and that the rules compare with
 */
export function checkTyped(
  { scope, facts, series }: OfSeries,
  read: readonly ReadFigure[],
  others: readonly FigureRow[] = [],
): Complaints {
  const rows = [...read.map(({ row }) => row), ...others].map((row, line) => ({
    ...row,
    series: series.key,
    line,
  }))
  const observations = rows as unknown as IndicatorRows['observations']
  const problems = checkIndicatorRows(rowsWith({ ...rulesOf(scope, facts, series), observations }))
  return {
    ...complaintsAt(
      problems.filter(({ line = 0 }) => line < read.length),
      ({ line = 0, column = '' }) => {
        const one = read[line]
        return `${one?.name}.${one && column === VALUE_COLUMN[one.kind] ? 'value' : column}`
      },
    ),
    ...Object.assign({}, ...read.map(({ complaints }) => complaints)),
  }
}

/** Writes figures of a series that were found to be right. */
export const writeTyped = (
  tx: DatabaseTransaction,
  change: Change,
  { facts, series }: Pick<OfSeries, 'facts' | 'series'>,
  read: readonly ReadFigure[],
) =>
  revise(
    tx,
    change,
    OBSERVATION,
    read.map(({ row: { source, ...row } }) => ({
      ...row,
      series_id: series.id,
      source_id: facts.sourceIds.get(String(source ?? '')) ?? null,
    })) as unknown as Parameters<typeof revise<'indicators.observation'>>[3],
  )
