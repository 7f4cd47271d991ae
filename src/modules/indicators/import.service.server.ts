import { citationWriter } from '#modules/sources'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { applyRows, type ImportJob } from '#platform/import/apply-rows.server.ts'
import type { AllRows } from '#platform/import/sheet.ts'
import type { Ids } from '#platform/module.ts'
import type { IndicatorRows } from './sheets.ts'

/**
 * Stores checked rows in the caller's transaction. Baselines, targets and the period rule belong to the target
 * set of the folder's strategy.
 */
export async function importIndicators(
  tx: DatabaseTransaction,
  job: ImportJob,
  rows: IndicatorRows & Pick<AllRows, 'dataset'>,
  ids: Ids,
) {
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

  const cite = citationWriter(ids.get('sources.document'))
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
  ids.set('indicators.indicator', indicatorIds)
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
    rows.series.map(({ line, indicator, institution, ...row }) => ({
      ...row,
      indicator_id: indicatorIds.get(indicator),
      institution_id: institution === null ? null : ids.get('registry.institution')?.get(institution),
    })),
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

  const sets = rows.dataset.map(({ strategy }) => ({ key: strategy }))
  const setIds = await applyRows(tx, job, withId('target_set'), sets)
  const target_set_id = setIds.get(sets[0]?.key ?? '')
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
}

const withoutLine = <Row extends { line: number }>({ line, ...row }: Row) => row
