import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { Evidence } from './model.ts'

/** A cell of a survey's table that holds the figure of a series for a period. */
export type EvidenceRow = Evidence & {
  survey: string
  group: string
  item: string
  seriesId: string
  period: string
}

/**
 * Writes onto figures what a survey's table says of them: how many answered, and the interval. What differs from
 * the figure is written as well and never shown with it (`certaintyOf`), but named among the findings.
 *
 * @param catalogue key of the plan whose series are meant
 */
export async function writeEvidence(
  tx: DatabaseTransaction,
  change: Change,
  catalogue: string,
  rows: readonly EvidenceRow[],
) {
  await revise(
    tx,
    change,
    { table: 'indicators.evidence', key: ['catalogue', 'survey', 'survey_group', 'item', 'series_id'] },
    rows.map(({ group, seriesId, ...row }) => ({
      ...row,
      catalogue,
      survey_group: group,
      series_id: seriesId,
    })),
  )
}
