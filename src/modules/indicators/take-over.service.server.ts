import { v7 as uuidv7 } from 'uuid'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { SERIES } from './changed.ts'
import {
  findDimensionRows,
  findIndicatorRow,
  findMethodologyRows,
  findSeriesRows,
  findUnitRows,
} from './edits/rows-store.server.ts'

type Taken = {
  /** The plan that has them, and the one that takes them over. */
  from: string
  to: string
  codes: readonly string[]
}

/**
 * Describes indicators of a plan in another one that continues them, each with the same series, so that their earlier
 * figures are its history. No figure, target or baseline is written: what is promised anew is stated anew.
 *
 * @returns ids of the new indicators by their codes; codes that the plan does not have are left out
 */
export async function takeOverIndicators(
  tx: DatabaseTransaction,
  change: Change,
  { from, to, codes }: Taken,
): Promise<Map<string, string>> {
  const { municipalityId } = change
  const place = { municipalityId, catalogue: from }
  const units = (await findUnitRows(tx, place)).map((row) => ({ ...contentOf(row), catalogue: to }))
  await revise(tx, change, { table: 'indicators.unit', key: ['catalogue', 'code'] }, units)
  const values = (await findDimensionRows(tx, place)).map((row) => ({ ...contentOf(row), catalogue: to }))
  const ofValues = { table: 'indicators.dimension_value', key: ['catalogue', 'dimension', 'value'] } as const
  await revise(tx, change, ofValues, values)
  const ids = new Map<string, string>()
  let position = 0
  for (const code of codes) {
    const row = await findIndicatorRow(tx, place, code)
    if (!row) continue
    position += 1
    const id = uuidv7()
    ids.set(code, id)
    const { withdrawn_at: _, ...own } = contentOf(row)
    await revise(tx, change, { table: 'indicators.indicator', key: ['catalogue', 'code'], hasId: true }, [
      {
        ...own,
        id,
        catalogue: to,
        position,
        // The words and the place of the earlier plan's document are not the new one's.
        official_lv: null,
        official_en: null,
        source_id: null,
        locator: null,
        continues: `${from}/${code}`,
      },
    ])
    const method = (await findMethodologyRows(tx, municipalityId, row.id)).at(-1)
    if (method) {
      const { withdrawn_at: __, ...text } = contentOf(method)
      await revise(tx, change, { table: 'indicators.methodology', key: ['indicator_id', 'version'] }, [
        {
          ...text,
          indicator_id: id,
          version: 1,
          valid_from: null,
          comparability: null,
          source_id: null,
          locator: null,
        },
      ])
    }
    const series = await findSeriesRows(tx, municipalityId, row.id)
    await revise(
      tx,
      change,
      SERIES,
      series.map((one) => {
        const { withdrawn_at: ___, id: ____, ...rest } = contentOf(one)
        return { ...rest, catalogue: to, indicator_id: id }
      }),
    )
  }
  return ids
}
