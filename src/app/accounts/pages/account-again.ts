import { inviteAgain } from '#platform/accounts/administer.service.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { goTo } from '../answers.server.ts'
import { accountsOf } from '../context.server.ts'
import { openAccounts } from '../place.server.ts'
import type { Route } from './+types/account-again'

export const handle = {
  parameters: [],
  action: 'accounts.again',
  reads: ['platform.account.read'],
  changes: ['platform.account.edit'],
} as const satisfies Handle

export const loader = (asked: Route.LoaderArgs) =>
  goTo(asked.request, `${openAccounts(asked).place.address}/${asked.params.account}`)

export async function action(asked: Route.ActionArgs) {
  const { context, request, params } = asked
  const { place, administrator } = openAccounts(asked)
  const sent = await inviteAgain(accountsOf(context), administrator, place.id, params.account)
  const state = sent?.isSent ? 'uzaicinats' : 'nenosutits'
  return goTo(request, `${place.address}/${params.account}?stavoklis=${state}`)
}
