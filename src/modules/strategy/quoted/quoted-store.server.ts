import { citationReader } from '#modules/sources'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { SourceKeys } from '../assemble.ts'
import type { QuotedFigure } from './quoted-figure.ts'
import type { QuotedTables } from './tables.server.ts'

const both = (lv: string | null, en: string | null) => (lv === null || en === null ? null : { lv, en })

/** What documents about a plan quote, in the order of the documents. One statement. */
export async function findQuotedFigures(
  db: Db<QuotedTables>,
  municipalityId: string,
  strategyId: string,
  sourceKeys: SourceKeys,
): Promise<QuotedFigure[]> {
  const cite = citationReader(sourceKeys)
  const rows = await readRows(
    db,
    db
      .selectFrom('strategy.quoted_figure')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('strategy_id', '=', strategyId)
      .where(isShown())
      .orderBy('position')
      .orderBy('figure'),
  )
  return rows.map((row) => ({
    figure: row.figure,
    position: row.position,
    section: { lv: row.section_lv, en: row.section_en },
    what: both(row.what_lv, row.what_en),
    quoted: row.quoted,
    why: both(row.why_lv, row.why_en),
    ...cite(row),
  }))
}
