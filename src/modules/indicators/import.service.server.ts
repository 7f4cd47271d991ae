import { citationWriter } from '#modules/sources'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { withoutCatalogue } from '#platform/import/catalogue.ts'
import type { AllRows } from '#platform/import/sheet.ts'
import type { Ids } from '#platform/module.ts'
import type { Change } from '#platform/write/change.server.ts'
import { eachOf } from '#platform/write/each-of.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'
import { demandContinued } from './demand-continued.server.ts'
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
  const catalogue = rows.dataset[0]?.strategy ?? ''
  const cite = citationWriter(ids.get('sources.document'))
  const institutionIds = ids.get('registry.institution') ?? new Map<string, string>()
  await revise(
    tx,
    change,
    { table: 'indicators.unit', key: ['catalogue', 'code'] },
    rows.units.map(({ line, ...row }) => ({ ...row, catalogue })),
  )
  await revise(
    tx,
    change,
    { table: 'indicators.dimension_value', key: ['catalogue', 'dimension', 'value'] },
    rows.breakdowns.map(({ line, ...row }) => ({ ...row, catalogue })),
  )

  const byCode = await revise(
    tx,
    change,
    { table: 'indicators.indicator', key: ['catalogue', 'code'], hasId: true },
    rows.indicators.map(({ line, goal, source, locator, ...row }) => ({
      ...row,
      catalogue,
      ...cite({ source, locator }),
    })),
  )
  const indicatorIds = withoutCatalogue(byCode, catalogue)
  await demandContinued(tx, change.municipalityId, catalogue, rows.indicators)
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
  const byKey = await revise(
    tx,
    change,
    { table: 'indicators.series', key: ['catalogue', 'key'], hasId: true },
    rows.series.map(({ line, indicator, institution, ...row }) => ({
      ...row,
      catalogue,
      indicator_id: idOf(indicatorIds, indicator),
      institution_id: institution === null ? null : idOf(institutionIds, institution),
    })),
  )
  const seriesIds = withoutCatalogue(byKey, catalogue)
  ids.set('indicators.series', seriesIds)
  await revise(
    tx,
    change,
    { table: 'indicators.observation', key: ['series_id', 'period'] },
    eachOf(rows.observations, ({ line, series, source, locator, ...row }) => ({
      ...row,
      value_kind: row.missing === null ? row.value_kind : null,
      series_id: idOf(seriesIds, series),
      origin_file: 'observations.csv',
      origin_row: line,
      ...cite({ source, locator }),
    })),
  )

  const setIds = await revise(tx, change, { table: 'indicators.target_set', key: ['key'], hasId: true }, [
    { key: catalogue },
  ])
  const target_set_id = idOf(setIds, catalogue)
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
