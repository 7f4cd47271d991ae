import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { applyRows, type ImportJob } from '#platform/import/apply-rows.server.ts'
import type { IndicatorRows } from './sheets.ts'

/** Ids that other modules' rows point at, by the keys used in files. */
export type ImportedIndicators = {
  sourceIds: ReadonlyMap<string, string>
  indicatorIds: ReadonlyMap<string, string>
}

/**
 * Stores checked rows in the caller's transaction.
 *
 * @param targetSet key of the set that baselines, targets and the period rule belong to
 */
export async function importIndicators(
  tx: DatabaseTransaction,
  job: ImportJob,
  rows: IndicatorRows,
  targetSet: string,
): Promise<ImportedIndicators> {
  const change = (table: string, key: string[]) => ({
    table: `indicators.${table}`,
    key,
    writing: 'change' as const,
  })
  const append = (table: string, key: string[]) => ({
    table: `indicators.${table}`,
    key,
    writing: 'append' as const,
  })
  const withId = (table: string) => ({ ...change(table, ['key']), hasId: true })

  const sourceIds = await applyRows(tx, job, withId('source_document'), rows.sources.map(withoutLine))
  const cite = ({ source, locator }: { source: string | null; locator: string | null }) => ({
    source_id: source === null ? null : (sourceIds.get(source) ?? null),
    locator,
  })
  await applyRows(
    tx,
    job,
    change('dimension_value', ['dimension', 'value']),
    rows.breakdowns.map(withoutLine),
  )

  const indicatorIds = await applyRows(
    tx,
    job,
    { ...withId('indicator'), key: ['code'] },
    rows.indicators.map(({ line, goal, source, locator, ...row }) => ({
      ...row,
      ...cite({ source, locator }),
    })),
  )
  await applyRows(
    tx,
    job,
    change('methodology', ['indicator_id', 'version']),
    rows.methodologies.map(({ line, indicator, missing, source, locator, ...row }) => ({
      ...row,
      indicator_id: indicatorIds.get(indicator),
      is_missing: missing === true,
      ...cite({ source, locator }),
    })),
  )
  const seriesIds = await applyRows(
    tx,
    job,
    withId('series'),
    rows.series.map(({ line, indicator, ...row }) => ({ ...row, indicator_id: indicatorIds.get(indicator) })),
  )
  await applyRows(
    tx,
    job,
    append('observation', ['series_id', 'period']),
    rows.observations.map(({ line, series, source, locator, ...row }) => ({
      ...row,
      value_kind: row.missing === null ? row.value_kind : null,
      series_id: seriesIds.get(series),
      import_file: 'observations.csv',
      import_row: line,
      ...cite({ source, locator }),
    })),
  )

  const setIds = await applyRows(tx, job, withId('target_set'), [{ key: targetSet }])
  const target_set_id = setIds.get(targetSet)
  await applyRows(
    tx,
    job,
    change('baseline', ['target_set_id', 'series_id']),
    rows.baselines.map(({ series, period, recomputed }) => ({
      target_set_id,
      series_id: seriesIds.get(series),
      period,
      is_recomputed: recomputed,
    })),
  )
  await applyRows(
    tx,
    job,
    append('target', ['target_set_id', 'series_id', 'target_year']),
    rows.targets.map(({ line, series, source, locator, ...row }) => ({
      ...row,
      target_set_id,
      series_id: seriesIds.get(series),
      import_file: 'targets.csv',
      import_row: line,
      ...cite({ source, locator }),
    })),
  )
  await applyRows(
    tx,
    job,
    change('period_rule', ['target_set_id', 'period']),
    rows.periodRule.map(({ period, target_year }) => ({ target_set_id, period, target_year })),
  )
  return { sourceIds, indicatorIds }
}

const withoutLine = <Row extends { line: number }>({ line, ...row }: Row) => row
