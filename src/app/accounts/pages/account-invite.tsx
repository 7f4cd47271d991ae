import { invite } from '#platform/accounts/administer.service.server.ts'
import { ChoiceField, LineField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { goTo } from '../answers.server.ts'
import { accountsOf } from '../context.server.ts'
import { InvitationEntry } from '../entries.ts'
import { openAccounts } from '../place.server.ts'
import type { Route } from './+types/account-invite'

export const handle = {
  parameters: [],
  action: 'accounts.invite',
  reads: ['platform.account.edit'],
  changes: ['platform.account.edit'],
} as const satisfies Handle
const fields = fieldsOf(InvitationEntry)
const LANGUAGES = [
  { value: 'lv', label: 'app.accounts.language.lv' },
  { value: 'en', label: 'app.accounts.language.en' },
] as const

export function loader(asked: Route.LoaderArgs) {
  const { user, where } = openAccounts(asked)
  demand(user, 'platform.account.edit', where)
  return null
}

export async function action(asked: Route.ActionArgs) {
  const { context, request } = asked
  const { place, administrator } = openAccounts(asked)
  const form = await readForm(request, InvitationEntry)
  if (!form.ok) return form.answer()
  const invitation = { municipalityId: place.id, ...form.value }
  const invited = await invite(accountsOf(context), administrator, invitation)
  if ('problem' in invited) return form.answer({ email: [{ reason: 'app.accounts.invite.known' }] })
  const state = invited.isSent ? 'uzaicinats' : 'nenosutits'
  throw goTo(request, `${place.address}/${invited.accountId}?stavoklis=${state}`)
}

export default function AccountInvite({ actionData }: Route.ComponentProps) {
  const { text } = useSpeech()
  const title = text('app.accounts.invite.title')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      <p>{text('app.accounts.invite.purpose')}</p>
      <ActionForm answer={actionData} fields={fields} once="" values={{ language: 'lv' }}>
        <LineField of={fields.name} autoComplete="off" />
        <LineField of={fields.email} type="email" autoComplete="off" />
        <ChoiceField of={fields.language} options={LANGUAGES} />
        <button type="submit">{text('app.accounts.invite.do')}</button>
      </ActionForm>
    </Page>
  )
}
