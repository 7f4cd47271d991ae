import { answerRequest } from '#platform/api/answer.ts'
import { factsContext, readInRequest } from '#platform/context.server.ts'
import type { Route } from './+types/api-route'
import { publicApi } from './api.server.ts'

/** Answers every address below `/api`, unknown ones too, so that refusals are problem details as well. */
export function loader({ request, context }: Route.LoaderArgs) {
  return answerRequest(publicApi, request, (work) => readInRequest(context, work), context.get(factsContext))
}
