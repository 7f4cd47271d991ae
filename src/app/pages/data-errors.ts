import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { textIn } from '../texts.server.ts'
import { writeErrorsFile } from '../uploads/errors-file.server.ts'
import { READS_OF_DATA } from '../uploads/handle-reads.ts'
import { readUpload } from '../uploads/upload.service.server.ts'
import type { Route } from './+types/data-errors'

export const handle = { reads: READS_OF_DATA }

/** A table of an upload as it was sent, with what is wrong beside each row, to mend it and send it again. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const db = context.get(databaseContext)
  const isId = /^[0-9a-f-]{36}$/.test(params.upload)
  const found = isId ? await readUpload(db, user, { municipality, id: params.upload }) : undefined
  const part = found?.upload.choices.parts[Number(params.part)]
  if (!found || !part) refuse(404, 'platform.refused.absent')
  const text = textIn(languageOf(new URL(request.url).pathname))
  const content = await writeErrorsFile(db, { ...found, user, municipality, part, text })
  return new Response(content, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="kludas-${part.sheet}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
