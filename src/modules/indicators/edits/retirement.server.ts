import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { indicatorSheets } from '../sheets.ts'
import { INDICATOR } from './description.server.ts'
import { day, line } from './fields.ts'
import { findIndicatorRow } from './rows-store.server.ts'
import type { IndicatorScope } from './scope.server.ts'

const { retired_on, retired_reason_lv, retired_reason_en } = indicatorSheets.indicators.columns
const columns = { retired_on, retired_reason_lv, retired_reason_en }

/** Since when an indicator is no longer measured, and why; without a day it is measured again. */
export function retirementEdit(scope: IndicatorScope): Edit {
  const find = (tx: DatabaseTransaction) => findIndicatorRow(tx, scope, scope.code)
  return {
    ...scope.edit,
    action: 'indicator.retired',
    fields: [
      day('retired_on', 'indicators.edit.retiredOn', { hint: 'indicators.edit.retiredOn.hint' }),
      line('retired_reason_lv', 'indicators.edit.retiredReasonLv'),
      line('retired_reason_en', 'indicators.edit.retiredReasonEn'),
    ],
    read: async (tx) => {
      const row = await find(tx)
      const typed =
        row && Object.keys(columns).map((name) => [name, asTyped(row[name as keyof typeof columns])])
      return row && { version: row.revision, values: Object.fromEntries(typed ?? []) }
    },
    write: async (tx, change, typed) => {
      const row = await find(tx)
      if (!row) return undefined
      const { values, complaints } = readCells(columns, typed)
      const all: Complaints = { ...lackingIn(values), ...complaints }
      if (Object.keys(all).length > 0) return all
      const { withdrawn_at, ...stored } = contentOf(row)
      await revise(tx, change, INDICATOR, [{ ...stored, ...values }])
      return undefined
    },
  }
}

/** Who ends something says why; who says why, says when. */
function lackingIn(values: Readonly<Record<string, unknown>>): Complaints {
  const isSaid = Boolean(values.retired_reason_lv ?? values.retired_reason_en)
  if (values.retired_on && !values.retired_reason_lv) {
    return { retired_reason_lv: [{ reason: 'indicators.edit.retiredReason.missing' }] }
  }
  return !values.retired_on && isSaid ? { retired_on: [{ reason: 'platform.form.missing' }] } : {}
}
