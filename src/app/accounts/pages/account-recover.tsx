import { municipalityContext } from '#modules/registry.context'
import { getAccount, recover } from '#platform/accounts/administer.service.server.ts'
import { demandSignedIn } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { demand } from '#platform/users.ts'
import { goTo } from '../answers.server.ts'
import { accountsOf, askerIn } from '../context.server.ts'
import { WhyEntry } from '../entries.ts'
import { WhyForm } from '../parts/why-form.tsx'
import type { Route } from './+types/account-recover'

export const handle = {
  parameters: [],
  action: 'accounts.recover',
  reads: ['platform.account.read'],
  changes: ['platform.account.edit'],
} as const satisfies Handle

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const user = demandSignedIn(context, request)
  demand(user, 'platform.account.edit', { municipalityId: municipality.id })
  return { account: await getAccount(accountsOf(context), user, municipality.id, params.account) }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { municipality } = context.get(municipalityContext)
  const administrator = { user: demandSignedIn(context, request), asker: askerIn(context, request) }
  const form = await readForm(request, WhyEntry)
  if (!form.ok) return form.answer()
  const asked = { municipalityId: municipality.id, accountId: params.account, why: form.value.why }
  await recover(accountsOf(context), administrator, asked)
  throw goTo(request, `/darbs/${municipality.slug}/konti/${params.account}?stavoklis=atjaunots`)
}

export default function AccountRecover({ loaderData, actionData }: Route.ComponentProps) {
  return <WhyForm what="recover" name={loaderData.account.name} answer={actionData} />
}
