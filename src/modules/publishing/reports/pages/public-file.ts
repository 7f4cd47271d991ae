import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'
import { answerReport } from '../draw.server.ts'
import { findFrozenReport } from '../frozen-store.server.ts'
import { numberIn } from '../number-in.ts'
import type { Route } from './+types/public-file'

/** A published report as a file: its newest version, or that of a number. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const number = 'number' in params ? numberIn(params.number) : undefined
  const asked = { key: params.report, number, onlyPublic: true }
  const frozen = await readInRequest(context, (tx) => findFrozenReport(tx, municipality.id, asked))
  if (!frozen) refuse(404, 'publishing.reports.noSuch')
  return answerReport(request, frozen.content, `${municipality.slug}-${frozen.key}-${frozen.number}`)
}
