import { answerRequest } from '#platform/api/answer.ts'
import { findEndpoint } from '#platform/api/find-endpoint.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { publicApi } from '../../src/app/api.server.ts'
import { readApiExamples } from '../support/examples.ts'

export const STRATEGY = '/strategies/liepaja-2020-2025'
export const SURVEY = '/surveys/liepaja-strategy-in-practice'

/** Asks the public API as anybody may; the address is below `/api/v1` or, as `next` gives it, whole. */
export function ask(db: Database, address: string, accept = ''): Promise<Response> {
  const path = address.startsWith('/api/') ? address : `${publicApi.base}${address}`
  const request = new Request(`http://localhost${path}`, { headers: { accept } })
  return answerRequest(publicApi, request, (work) => readAs(db, THE_PUBLIC, work))
}

/** The body of an answer that is expected to be JSON. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers as a stranger would
export async function askJson(db: Database, address: string): Promise<any> {
  return (await ask(db, address)).json()
}

const EXAMPLES = ['', '/openapi.json', '/problems/not-found', ...(await readApiExamples())]
const isList = (address: string) =>
  Boolean(findEndpoint(publicApi, `${publicApi.base}${address}`)?.endpoint.columns)

/** Lists of the API that the data which ship leave empty. */
export const EMPTY_LISTS = ['evidence', 'milestones', 'funding', 'works', 'national-links'].map(
  (list) => `${STRATEGY}/${list}`,
)
/** Lists of the API with something in them. */
export const LISTS = EXAMPLES.filter((address) => isList(address) && !EMPTY_LISTS.includes(address))
export const DOCUMENTS = EXAMPLES.filter((address) => !isList(address))
