import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { answerReport } from '../draw.server.ts'
import { readWorkspace } from '../read-workspace.server.ts'
import type { Route } from './+types/draft-file'

export const handle = { reads: ['publishing.report.read'] }

/** A report as it stands, as a file. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const asked = { municipalityId: municipality.id, key: params.report }
  const { report, draft } = await readWorkspace(context.get(databaseContext), user, asked)
  return answerReport(request, report, `${municipality.slug}-${draft.key}-melnraksts`)
}
