import { recover } from '#platform/accounts/administer.service.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { WhyForm } from '../parts/why-form.tsx'
import { answerWhy, demandRecoverable, loadWhy } from '../why-page.server.ts'
import type { Route } from './+types/account-recover'

export const handle = {
  parameters: [],
  action: 'accounts.recover',
  reads: ['platform.account.edit'],
  changes: ['platform.account.edit'],
} as const satisfies Handle

export async function loader(args: Route.LoaderArgs) {
  const loaded = await loadWhy(args)
  // Whoever may not do it is told so before writing why.
  await demandRecoverable(args)
  return loaded
}
export const action = (args: Route.ActionArgs) => answerWhy(args, recover, 'atjaunots')

export default function AccountRecover({ loaderData, actionData }: Route.ComponentProps) {
  return <WhyForm what="recover" name={loaderData.account.name} answer={actionData} />
}
