import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { csvResponse } from '#platform/csv.ts'
import { surveyRows } from '../parts/survey-rows.ts'
import type { Route } from './+types/survey-csv'
import { readSurvey } from './read-survey.server.ts'

/** A survey's results as a table for a spreadsheet. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const table = await readInRequest(context, (tx) => readSurvey(tx, municipality.id, params.key))
  const { columns, rows } = surveyRows(table)
  return csvResponse(`${municipality.slug}-${table.survey.key}.csv`, columns, rows)
}
