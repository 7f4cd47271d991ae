import { citationWriter } from '#modules/sources'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { AllRows } from '#platform/import/sheet.ts'
import type { Ids } from '#platform/module.ts'
import type { Change } from '#platform/write/change.server.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'
import type { IndicatorRows } from './sheets.ts'

/**
 * Stores checked rows in the caller's transaction. Baselines, targets and the period rule belong to the target
 * set of the folder's strategy.
 */
export async function importIndicators(
  tx: DatabaseTransaction,
  change: Change,
  rows: IndicatorRows & Pick<AllRows, 'dataset'>,
  ids: Ids,
) {
  const cite = citationWriter(ids.get('sources.document'))
  const institutionIds = ids.get('registry.institution') ?? new Map<string, string>()
  await revise(
    tx,
    change,
    { table: 'indicators.dimension_value', key: ['dimension', 'value'] },
    rows.breakdowns.map(withoutLine),
  )

  const indicatorIds = await revise(
    tx,
    change,
    { table: 'indicators.indicator', key: ['code'], hasId: true },
    rows.indicators.map(({ line, goal, source, locator, ...row }) => ({
      ...row,
      ...cite({ source, locator }),
    })),
  )
  ids.set('indicators.indicator', indicatorIds)
  await revise(
    tx,
    change,
    { table: 'indicators.methodology', key: ['indicator_id', 'version'] },
    rows.methodologies.map(({ line, indicator, missing, source, locator, ...row }) => ({
      ...row,
      indicator_id: idOf(indicatorIds, indicator),
      is_missing: missing === true,
      ...cite({ source, locator }),
    })),
  )
  const seriesIds = await revise(
    tx,
    change,
    { table: 'indicators.series', key: ['key'], hasId: true },
    rows.series.map(({ line, indicator, institution, ...row }) => ({
      ...row,
      indicator_id: idOf(indicatorIds, indicator),
      institution_id: institution === null ? null : idOf(institutionIds, institution),
    })),
  )
  await revise(
    tx,
    change,
    { table: 'indicators.observation', key: ['series_id', 'period'] },
    rows.observations.map(({ line, series, source, locator, ...row }) => ({
      ...row,
      value_kind: row.missing === null ? row.value_kind : null,
      series_id: idOf(seriesIds, series),
      origin_file: 'observations.csv',
      origin_row: line,
      ...cite({ source, locator }),
    })),
  )

  const sets = rows.dataset.map(({ strategy }) => ({ key: strategy }))
  const setIds = await revise(tx, change, { table: 'indicators.target_set', key: ['key'], hasId: true }, sets)
  const target_set_id = idOf(setIds, sets[0]?.key ?? '')
  await revise(
    tx,
    change,
    { table: 'indicators.baseline', key: ['target_set_id', 'series_id'] },
    rows.baselines.map(({ series, period, recomputed }) => ({
      target_set_id,
      series_id: idOf(seriesIds, series),
      period,
      is_recomputed: recomputed,
    })),
  )
  await revise(
    tx,
    change,
    { table: 'indicators.target', key: ['target_set_id', 'series_id', 'target_year'] },
    rows.targets.map(({ line, series, source, locator, ...row }) => ({
      ...row,
      target_set_id,
      series_id: idOf(seriesIds, series),
      origin_file: 'targets.csv',
      origin_row: line,
      ...cite({ source, locator }),
    })),
  )
  await revise(
    tx,
    change,
    { table: 'indicators.period_rule', key: ['target_set_id', 'period'] },
    rows.periodRule.map(({ period, target_year }) => ({ target_set_id, period, target_year })),
  )
}

const withoutLine = <Row extends { line: number }>({ line, ...row }: Row) => row
