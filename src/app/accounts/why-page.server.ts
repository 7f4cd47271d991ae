import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { getAccount } from '#platform/accounts/administer.service.server.ts'
import { demandSignedIn } from '#platform/context.server.ts'
import type { FormAnswer } from '#platform/forms/form.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { demand } from '#platform/users.ts'
import { goTo } from './answers.server.ts'
import { accountsOf, askerIn } from './context.server.ts'
import { WhyEntry } from './entries.ts'

type Asked = {
  request: Request
  context: Readonly<RouterContextProvider>
  params: { account: string }
}
type Act = (
  desk: ReturnType<typeof accountsOf>,
  administrator: { user: ReturnType<typeof demandSignedIn>; asker: ReturnType<typeof askerIn> },
  asked: { municipalityId: string; accountId: string; why: string },
) => Promise<unknown>

/** The account of a page that asks why something is done to it. @throws Refused (403) to whoever may not do it */
export async function loadWhy({ context, request, params }: Asked) {
  const { municipality } = context.get(municipalityContext)
  const user = demandSignedIn(context, request)
  demand(user, 'platform.account.edit', { municipalityId: municipality.id })
  return { account: await getAccount(accountsOf(context), user, municipality.id, params.account) }
}

/**
 * Does it for the reason that was typed, and goes back to the account.
 *
 * @param state what the page of the account then says was done
 */
export async function answerWhy(
  { context, request, params }: Asked,
  act: Act,
  state: string,
): Promise<FormAnswer> {
  const { municipality } = context.get(municipalityContext)
  const administrator = { user: demandSignedIn(context, request), asker: askerIn(context, request) }
  const form = await readForm(request, WhyEntry)
  if (!form.ok) return form.answer()
  const asked = { municipalityId: municipality.id, accountId: params.account, why: form.value.why }
  await act(accountsOf(context), administrator, asked)
  throw goTo(request, `/darbs/${municipality.slug}/konti/${params.account}?stavoklis=${state}`)
}
