import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { asAttachment, cleanName } from '#platform/files/clean-name.ts'
import type { Handle } from '#platform/http/address.ts'
import { languageOf } from '#platform/language.ts'
import { XLSX_TYPE } from '#platform/workbook/write-workbook.server.ts'
import { answersCsv, answersWorkbook, readAllAnswers } from '../workbook/answers-file.server.ts'
import { wordsIn } from '../workbook/words.ts'
import type { Route } from './+types/call-answers'

export const handle = { reads: ['collection.read'] } satisfies Handle

/** All answers to a call as they were handed in last, as the address ends: a workbook, or CSV for programs. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { pathname } = new URL(request.url)
  const words = wordsIn(languageOf(pathname))
  const asked = { municipalityId: municipality.id, call: params.call, words }
  const { call, rows } = await readAllAnswers(context.get(databaseContext), user, asked)
  const isWorkbook = pathname.endsWith('.xlsx')
  const name = words.text('collection.answers.file', { title: words.local(call.title) })
  return new Response(isWorkbook ? answersWorkbook(rows, words) : answersCsv(rows), {
    headers: {
      'content-type': isWorkbook ? XLSX_TYPE : 'text/csv; charset=utf-8',
      'content-disposition': asAttachment(cleanName(name, isWorkbook ? 'xlsx' : 'csv')),
      'cache-control': 'private, no-store',
    },
  })
}
