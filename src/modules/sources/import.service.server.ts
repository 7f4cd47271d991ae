import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { withoutCatalogue } from '#platform/import/catalogue.ts'
import type { AllRows } from '#platform/import/sheet.ts'
import type { Ids } from '#platform/module.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { SourceRows } from './sheets.ts'

/** Stores checked rows in the caller's transaction. */
export async function importSources(
  tx: DatabaseTransaction,
  change: Change,
  { sources, dataset }: SourceRows & Pick<AllRows, 'dataset'>,
  ids: Ids,
) {
  const target = { table: 'sources.document', key: ['catalogue', 'key'], hasId: true } as const
  const catalogue = dataset[0]?.strategy ?? ''
  const rows = sources.map(({ line, ...row }) => ({ ...row, catalogue }))
  ids.set(target.table, withoutCatalogue(await revise(tx, change, target, rows), catalogue))
}
