import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand } from '#platform/users.ts'
import { answerReport } from '../draw.server.ts'
import { findFrozenReport } from '../frozen-store.server.ts'
import { numberIn } from '../number-in.ts'
import type { Route } from './+types/frozen-file'

export const handle = { reads: ['publishing.report.read'] }

/** A frozen report as a file, drawn from what was kept. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'publishing.report.read', { municipalityId: municipality.id })
  const asked = { key: params.report, number: numberIn(params.number) }
  const frozen = await readInRequest(context, (tx) => findFrozenReport(tx, municipality.id, asked))
  if (!frozen) refuse(404, 'publishing.reports.noSuch')
  return answerReport(request, frozen.content, `${municipality.slug}-${frozen.key}-${frozen.number}`)
}
