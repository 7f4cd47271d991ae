import { type EvidenceRow, findEvidenceCells, writeEvidence } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Ids } from '#platform/module.ts'
import type { Change } from '#platform/write/change.server.ts'
import { idOf } from '#platform/write/revise.server.ts'
import { resultAnchor } from './anchors.ts'
import { estimateResult, resultFinder } from './estimate.ts'
import type { SurveyTable } from './model.ts'
import type { SurveyRows } from './sheets.ts'
import { surveyAddress } from './subjects.ts'
import { findUnprotectedTables } from './unprotected-store.server.ts'

/** A cell of a survey that holds the figure of a series. */
type Cell = Pick<EvidenceRow, 'survey' | 'group' | 'item' | 'seriesId'>

/**
 * Writes n, interval and address of results onto the figures of indicators that they are: of the results that name
 * a series, or, where no results are loaded, anew of those that once did, for their groups may have changed. Those about
 * few people too: how many answered tells `indicators` that the figure must be covered.
 */
export async function writeEvidenceOfSurveys(
  tx: DatabaseTransaction,
  change: Change,
  { surveyResults }: Pick<SurveyRows, 'surveyResults'>,
  { catalogue, ids }: { catalogue: string; ids: Ids },
) {
  const seriesIds = ids.get('indicators.series') ?? new Map<string, string>()
  const cells: Cell[] =
    surveyResults.length === 0
      ? await findEvidenceCells(tx, change.municipalityId, catalogue)
      : surveyResults.flatMap(({ survey, group, item, series }) =>
          series === null ? [] : [{ survey, group, item, seriesId: idOf(seriesIds, series) }],
        )
  if (cells.length === 0) return
  const tables = new Map(
    (await findUnprotectedTables(tx, change.municipalityId)).map((table) => [table.survey.key, table]),
  )
  const rows = cells.flatMap((cell) => evidenceOf(tables.get(cell.survey), cell) ?? [])
  await writeEvidence(tx, change, catalogue, rows)
}

/** What a survey says of the figure that one of its cells is; null where the cell has no share. */
export function evidenceOf(
  table: SurveyTable | undefined,
  { survey, group: code, item, seriesId }: Cell,
): EvidenceRow | null {
  const group = table?.groups.find((one) => one.code === code)
  const result = table && resultFinder(table)(code, item)
  const estimate = group && result ? estimateResult(group, result) : null
  if (!table || !result || !estimate || result.share === null) return null
  const { respondents: n, low, high, method } = estimate
  return {
    survey,
    group: code,
    item,
    seriesId,
    period: table.survey.period,
    share: result.share,
    decimals: result.decimals,
    n,
    low: 100 * low,
    high: 100 * high,
    method,
    address: `${surveyAddress(survey)}#${resultAnchor(code, item)}`,
  }
}
