import { municipalityContext } from '#modules/registry.context'
import { inviteAgain } from '#platform/accounts/administer.service.server.ts'
import { demandSignedIn } from '#platform/context.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { goTo } from '../answers.server.ts'
import { accountsOf, askerIn } from '../context.server.ts'
import type { Route } from './+types/account-again'

export const handle = {
  parameters: [],
  action: 'accounts.again',
  reads: ['platform.account.read'],
  changes: ['platform.account.edit'],
} as const satisfies Handle

export const loader = ({ request, params }: Route.LoaderArgs) =>
  goTo(request, `/darbs/${params.municipality}/konti/${params.account}`)

export async function action({ context, request, params }: Route.ActionArgs) {
  const { municipality } = context.get(municipalityContext)
  const administrator = { user: demandSignedIn(context, request), asker: askerIn(context, request) }
  const sent = await inviteAgain(accountsOf(context), administrator, municipality.id, params.account)
  const state = sent?.isSent ? 'uzaicinats' : 'nenosutits'
  return goTo(request, `/darbs/${municipality.slug}/konti/${params.account}?stavoklis=${state}`)
}
