import type { DatabaseTransaction } from '../database/types.server.ts'
import type { Change } from '../write/change.server.ts'
import { withdraw } from '../write/withdraw.server.ts'
import type { GoneRow } from './gone.ts'
import { keyColumns } from './loaded-rows.server.ts'
import type { Sheet } from './sheet.ts'

/** Withdraws rows that their files no longer have: they are no longer shown, and nothing of them is lost. */
export async function withdrawRows(
  tx: DatabaseTransaction,
  change: Change,
  sheets: Readonly<Record<string, Sheet>>,
  gone: readonly GoneRow[],
) {
  for (const { sheet: name, file, row } of gone) {
    const sheet = sheets[name]
    if (!sheet?.kept) throw new RangeError(`withdrawRows: ${name} is kept nowhere`)
    const reason = `Atsaukts: rindas vairs nav failā ${file} · Withdrawn: the row is no longer in ${file}`
    const target = { table: sheet.kept.table, key: keyColumns(sheets, sheet) }
    await withdraw(tx, { ...change, why: reason }, target, {
      ...row.stored,
      origin_file: file,
      origin_row: null,
    })
  }
}
