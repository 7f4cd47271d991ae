import type { RouterContextProvider } from 'react-router'
import { startReading } from '#modules/findings'
import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn } from '#platform/context.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand } from '#platform/users.ts'
import { readTree } from '../current-strategy.server.ts'
import { PLAN } from '../edits/parts.ts'
import { type PlanScope, readPlanScope } from '../edits/scope.server.ts'
import type { StrategyTree } from '../model.ts'

type Asked = { request: Request; context: Readonly<RouterContextProvider> }

/** The municipality of a page of the workplace, and the plan that it asks for: the current one without a name. */
export function readPlaceAsked({ request, context }: Asked) {
  const { municipality } = context.get(municipalityContext)
  const { searchParams } = new URL(request.url)
  const plan = searchParams.get(PLAN) ?? undefined
  const home =
    plan === undefined ? `/${municipality.slug}` : `/${municipality.slug}/plani/${encodeURIComponent(plan)}`
  return { municipality, plan, home, searchParams }
}

/** The same for a page that only whoever edits the plan reads. @throws Refused (403) for everybody else */
export function readEditorsPlace(asked: Asked) {
  const user = demandSignedIn(asked.context, asked.request)
  const place = readPlaceAsked(asked)
  demand(user, 'strategy.edit', { municipalityId: place.municipality.id })
  return place
}

/**
 * The plan with all that stands in it, as whoever works on it reads it.
 *
 * @throws Refused (404) when the municipality has no such plan
 */
export async function readPlanAsked(
  tx: DatabaseTransaction,
  { municipalityId, plan }: { municipalityId: string; plan: string | undefined },
): Promise<{ scope: PlanScope; tree: StrategyTree }> {
  const scope = await readPlanScope(tx, { municipalityId, plan })
  const tree = await readTree(startReading(tx, { municipalityId, strategy: scope.key }))
  return { scope, tree: tree ?? refuse(404, 'platform.refused.absent') }
}
