import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { surveyRecord } from '../parts/survey-record.ts'
import type { Route } from './+types/survey-json'
import { readSurvey } from './read-survey.server.ts'

/** A survey's results and all that is computed from them, for programs. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const table = await readInRequest(context, (tx) => readSurvey(tx, municipality.id, params.key))
  return Response.json(surveyRecord(table))
}
