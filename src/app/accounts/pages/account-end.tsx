import { endAccount } from '#platform/accounts/administer.service.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { WhyForm } from '../parts/why-form.tsx'
import { answerWhy, loadWhy } from '../why-page.server.ts'
import type { Route } from './+types/account-end'

export const handle = {
  parameters: [],
  action: 'accounts.end',
  reads: ['platform.account.edit'],
  changes: ['platform.account.edit'],
} as const satisfies Handle

export const loader = (args: Route.LoaderArgs) => loadWhy(args)
export const action = (args: Route.ActionArgs) => answerWhy(args, endAccount, 'izbeigts')

export default function AccountEnd({ loaderData, actionData }: Route.ComponentProps) {
  return <WhyForm what="end" name={loaderData.account.name} answer={actionData} />
}
