import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'
import { mayAnywhere, type User } from '#platform/users.ts'
import { kindAt } from './addresses.ts'
import { mayWrite } from './plan-rights.ts'
import { findPlan } from './plan-store.server.ts'

type Args = {
  request: Request
  context: Readonly<RouterContextProvider>
  params: { plan?: string | undefined }
}

/** Whoever has something to do with plans in a municipality. @throws Refused (403) for everybody else */
export function demandPlanReader(user: User, municipalityId: string) {
  if (!mayAnywhere(user, 'strategy.alignment.read', municipalityId)) refuse(403, 'platform.refused.grant')
}

/** The plan of an address of the workplace. @throws Refused (404) where the reader sees none of that kind */
export async function readAskedPlan({ request, context, params }: Args) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demandPlanReader(user, municipality.id)
  const key = params.plan ?? ''
  const plan = await readInRequest(context, (tx) => findPlan(tx, municipality.id, key))
  if (!plan || plan.kind !== kindAt(new URL(request.url).pathname)) refuse(404, 'platform.refused.absent')
  return {
    user,
    municipality,
    plan,
    asked: { municipalityId: municipality.id, slug: municipality.slug, key },
  }
}

/** The same where tasks are added to it. @throws Refused (403) for whoever does not write it, and when it is no draft */
export async function readAskedDraft(args: Args) {
  const read = await readAskedPlan(args)
  if (!mayWrite(read.user, read.plan)) refuse(403, 'platform.refused.grant')
  if (read.plan.state !== 'draft') refuse(403, 'strategy.alignment.refused.state')
  return read
}
