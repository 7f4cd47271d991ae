import { inviteAgain } from '#platform/accounts/administer.service.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { demand } from '#platform/users.ts'
import { goTo } from '../answers.server.ts'
import { accountsOf } from '../context.server.ts'
import { openAccounts } from '../place.server.ts'
import type { Route } from './+types/account-again'

export const handle = {
  parameters: [],
  action: 'accounts.again',
  reads: ['platform.account.edit'],
  changes: ['platform.account.edit'],
} as const satisfies Handle

/** Nothing is sent by a link. */
export function loader(asked: Route.LoaderArgs) {
  const { user, where, place } = openAccounts(asked)
  demand(user, 'platform.account.edit', where)
  return goTo(asked.request, `${place.address}/${asked.params.account}`)
}

export async function action(asked: Route.ActionArgs) {
  const { context, request, params } = asked
  const { place, administrator } = openAccounts(asked)
  const sent = await inviteAgain(accountsOf(context), administrator, place.id, params.account)
  const state = sent?.isSent ? 'uzaicinats' : 'nenosutits'
  return goTo(request, `${place.address}/${params.account}?stavoklis=${state}`)
}
