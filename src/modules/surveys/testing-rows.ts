import { assembleSurveyTables } from './assemble.ts'
import type { SurveyTable } from './model.ts'
import { markCovered } from './protect.ts'
import type { SurveyRows } from './sheets.ts'
import { RULES } from './testing-rules.ts'

/** The tables that rows of files will become once they are loaded, unprotected and marked; for tests and for a look before loading. */
export function tablesFromRows(rows: SurveyRows): SurveyTable[] {
  const changing = {
    municipality_id: '',
    revision: 1,
    changed_at: new Date(0),
    change_id: '00000000-0000-7000-8000-000000000000',
    is_public: true,
  }
  const appended = {
    municipality_id: '',
    revision: 1,
    recorded_at: new Date(0),
    recorded_by: '',
    revision_reason: null,
    change_id: '00000000-0000-7000-8000-000000000000',
    origin_file: 'survey-results.csv',
    is_public: true,
  }
  const cited = ({ source, locator }: { source: string | null; locator: string | null }) => ({
    source_id: source,
    locator,
  })
  const sources = Object.values(rows).flatMap((some) => some.flatMap(({ source }) => source ?? []))
  const tables = assembleSurveyTables({
    surveys: rows.surveys.map((row, index) => ({
      ...row,
      ...changing,
      ...cited(row),
      id: row.key,
      position: index + 1,
    })),
    groups: rows.surveyGroups.map((row) => ({
      ...row,
      ...changing,
      ...cited(row),
      survey_id: row.survey,
      code: row.group,
      response_share_decimals: row.response_share_decimals ?? 0,
    })),
    items: rows.surveyItems.map((row) => ({
      ...row,
      ...changing,
      ...cited(row),
      survey_id: row.survey,
      code: row.item,
      printed_mean_decimals: row.printed_mean_decimals ?? 0,
    })),
    results: rows.surveyResults.map((row) => ({
      ...row,
      ...appended,
      ...cited(row),
      survey_id: row.survey,
      survey_group: row.group,
      decimals: row.decimals ?? 0,
      origin_row: row.line,
    })),
    printedMeans: rows.surveyMeans.map((row) => ({
      ...row,
      ...changing,
      ...cited(row),
      survey_id: row.survey,
      survey_group: row.group,
      decimals: row.decimals ?? 0,
    })),
    sourceKeys: new Map(sources.map((key) => [key, key])),
  })
  return tables.map((table) => markCovered(table, RULES))
}
