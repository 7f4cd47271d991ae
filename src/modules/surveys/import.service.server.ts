import { citationWriter } from '#modules/sources'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { AllRows } from '#platform/import/sheet.ts'
import type { Ids } from '#platform/module.ts'
import type { Change } from '#platform/write/change.server.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'
import { writeEvidenceOfSurveys } from './evidence.server.ts'
import type { SurveyRows } from './sheets.ts'

/** Stores checked rows in the caller's transaction. */
export async function importSurveys(
  tx: DatabaseTransaction,
  change: Change,
  rows: SurveyRows & Pick<AllRows, 'dataset'>,
  ids: Ids,
) {
  const cite = citationWriter(ids.get('sources.document'))

  const surveyIds = await revise(
    tx,
    change,
    { table: 'surveys.survey', key: ['key'], hasId: true },
    rows.surveys.map(({ line, source, locator, ...row }, index) => ({
      ...row,
      position: index + 1,
      ...cite({ source, locator }),
    })),
  )
  await revise(
    tx,
    change,
    { table: 'surveys.survey_group', key: ['survey_id', 'code'] },
    rows.surveyGroups.map(({ line, survey, group, source, locator, ...row }) => ({
      ...row,
      survey_id: idOf(surveyIds, survey),
      code: group,
      response_share_decimals: row.response_share_decimals ?? 0,
      ...cite({ source, locator }),
    })),
  )
  await revise(
    tx,
    change,
    { table: 'surveys.item', key: ['survey_id', 'code'] },
    rows.surveyItems.map(({ line, survey, item, source, locator, ...row }) => ({
      ...row,
      survey_id: idOf(surveyIds, survey),
      code: item,
      printed_mean_decimals: row.printed_mean_decimals ?? 0,
      ...cite({ source, locator }),
    })),
  )
  await revise(
    tx,
    change,
    { table: 'surveys.result', key: ['survey_id', 'survey_group', 'item'] },
    rows.surveyResults.map(({ line, survey, group, series, source, locator, ...row }) => ({
      ...row,
      survey_id: idOf(surveyIds, survey),
      survey_group: group,
      decimals: row.decimals ?? 0,
      origin_file: 'survey-results.csv',
      origin_row: line,
      ...cite({ source, locator }),
    })),
  )
  await revise(
    tx,
    change,
    { table: 'surveys.printed_mean', key: ['survey_id', 'survey_group', 'scope'] },
    rows.surveyMeans.map(({ line, survey, group, source, locator, ...row }) => ({
      ...row,
      survey_id: idOf(surveyIds, survey),
      survey_group: group,
      decimals: row.decimals ?? 0,
      ...cite({ source, locator }),
    })),
  )
  await writeEvidenceOfSurveys(tx, change, rows, { catalogue: rows.dataset[0]?.strategy ?? '', ids })
}
