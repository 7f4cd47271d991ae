import { citationWriter } from '#modules/sources'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { applyRows, type ImportJob } from '#platform/import/apply-rows.server.ts'
import type { Ids } from '#platform/module.ts'
import type { SurveyRows } from './sheets.ts'

/** Stores checked rows in the caller's transaction. */
export async function importSurveys(tx: DatabaseTransaction, job: ImportJob, rows: SurveyRows, ids: Ids) {
  const target = (table: string, key: string[]) => ({
    table: `surveys.${table}`,
    key,
    writing: 'change' as const,
  })
  const cite = citationWriter(ids.get('sources.document'))

  const surveyIds = await applyRows(
    tx,
    job,
    { ...target('survey', ['key']), hasId: true },
    rows.surveys.map(({ line, source, locator, ...row }, index) => ({
      ...row,
      position: index + 1,
      ...cite({ source, locator }),
    })),
  )
  await applyRows(
    tx,
    job,
    target('survey_group', ['survey_id', 'code']),
    rows.surveyGroups.map(({ line, survey, group, source, locator, ...row }) => ({
      ...row,
      survey_id: surveyIds.get(survey),
      code: group,
      response_share_decimals: row.response_share_decimals ?? 0,
      ...cite({ source, locator }),
    })),
  )
  await applyRows(
    tx,
    job,
    target('item', ['survey_id', 'code']),
    rows.surveyItems.map(({ line, survey, item, source, locator, ...row }) => ({
      ...row,
      survey_id: surveyIds.get(survey),
      code: item,
      printed_mean_decimals: row.printed_mean_decimals ?? 0,
      ...cite({ source, locator }),
    })),
  )
  await applyRows(
    tx,
    job,
    { ...target('result', ['survey_id', 'survey_group', 'item']), writing: 'append' },
    rows.surveyResults.map(({ line, survey, group, source, locator, ...row }) => ({
      ...row,
      survey_id: surveyIds.get(survey),
      survey_group: group,
      decimals: row.decimals ?? 0,
      import_file: 'survey-results.csv',
      import_row: line,
      ...cite({ source, locator }),
    })),
  )
  await applyRows(
    tx,
    job,
    target('printed_mean', ['survey_id', 'survey_group', 'scope']),
    rows.surveyMeans.map(({ line, survey, group, source, locator, ...row }) => ({
      ...row,
      survey_id: surveyIds.get(survey),
      survey_group: group,
      decimals: row.decimals ?? 0,
      ...cite({ source, locator }),
    })),
  )
}
