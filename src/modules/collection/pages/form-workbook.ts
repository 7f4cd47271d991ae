import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { asAttachment, cleanName } from '#platform/files/clean-name.ts'
import type { Handle } from '#platform/http/address.ts'
import { languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { XLSX_TYPE } from '#platform/workbook/write-workbook.server.ts'
import { findAsked } from '../form/asked.server.ts'
import { readForWorkbook, workbookOfForm } from '../workbook/form-file.server.ts'
import { wordsIn } from '../workbook/words.ts'
import type { Route } from './+types/form-workbook'

export const handle = { reads: ['collection.read'] } satisfies Handle

/** The form of an institution as a workbook, with what stands in it now. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const read = await readInRequest(context, async (tx) => {
    const asked = await findAsked(tx, municipality, params)
    return asked && { asked, ...(await readForWorkbook(tx, asked)) }
  })
  const { asked, ...form } = read ?? refuse(404, 'collection.notFound')
  const words = wordsIn(languageOf(new URL(request.url).pathname))
  const bytes = await workbookOfForm(context.get(databaseContext), asked, form, words)
  const name = [asked.call.title, asked.institution.name].map(words.local).join(' – ')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': XLSX_TYPE,
      'content-disposition': asAttachment(cleanName(name, 'xlsx')),
      'cache-control': 'private, no-store',
    },
  })
}
