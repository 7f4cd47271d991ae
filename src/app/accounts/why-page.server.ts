import type { RouterContextProvider } from 'react-router'
import { getAccount } from '#platform/accounts/administer.service.server.ts'
import { demandWholeAccount } from '#platform/accounts/whole-account.service.server.ts'
import type { FormAnswer } from '#platform/forms/form.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { demand } from '#platform/users.ts'
import { goTo } from './answers.server.ts'
import { accountsOf } from './context.server.ts'
import { WhyEntry } from './entries.ts'
import { openAccounts } from './place.server.ts'

type Asked = {
  request: Request
  context: Readonly<RouterContextProvider>
  params: { account: string }
}
type Act = (
  desk: ReturnType<typeof accountsOf>,
  administrator: ReturnType<typeof openAccounts>['administrator'],
  asked: { municipalityId: string; accountId: string; why: string },
) => Promise<unknown>

/** The account of a page that asks why something is done to it. @throws Refused (403) to whoever may not do it */
export async function loadWhy(asked: Asked) {
  const { user, where, place } = openAccounts(asked)
  demand(user, 'platform.account.edit', where)
  return { account: await getAccount(accountsOf(asked.context), user, place.id, asked.params.account) }
}

/** @throws Refused (403) where the account works also where the user administers nothing, saying who can */
export async function demandRecoverable(asked: Asked) {
  const { user, place } = openAccounts(asked)
  const whose = { accountId: asked.params.account, municipalityId: place.id }
  await demandWholeAccount(accountsOf(asked.context), user, whose)
}

/**
 * Does it for the reason that was typed, and goes back to the account.
 *
 * @param state what the page of the account then says was done
 */
export async function answerWhy(page: Asked, act: Act, state: string): Promise<FormAnswer> {
  const { context, request, params } = page
  const { place, administrator } = openAccounts(page)
  const form = await readForm(request, WhyEntry)
  if (!form.ok) return form.answer()
  const asked = { municipalityId: place.id, accountId: params.account, why: form.value.why }
  await act(accountsOf(context), administrator, asked)
  throw goTo(request, `${place.address}/${params.account}?stavoklis=${state}`)
}
