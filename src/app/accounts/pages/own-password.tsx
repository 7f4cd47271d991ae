import { changePassword } from '#platform/accounts/own-account.service.server.ts'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { goTo, waitAnswer } from '../answers.server.ts'
import { ownAccountIn } from '../context.server.ts'
import { PasswordChangeEntry } from '../entries.ts'
import { PasswordField } from '../parts/secret-field.tsx'
import type { Route } from './+types/own-password'

export const handle = { parameters: [], action: 'accounts.password' }
const fields = fieldsOf(PasswordChangeEntry)

export function loader({ context, request }: Route.LoaderArgs) {
  ownAccountIn(context, request)
  return null
}

export async function action({ context, request }: Route.ActionArgs) {
  const own = ownAccountIn(context, request)
  if (own.session.isDemo) refuse(403, 'platform.refused.grant')
  const form = await readForm(request, PasswordChangeEntry)
  if (!form.ok) return form.answer()
  const { before, chosen } = form.value
  const changed = await changePassword(own, { before, after: chosen })
  if ('cookies' in changed) throw goTo(request, '/darbs/konts?stavoklis=saglabats', changed.cookies)
  if (changed.problem === 'wait') return waitAnswer(form, changed.seconds)
  if (changed.problem === 'wrong') return form.answer({ before: [{ reason: 'app.accounts.password.wrong' }] })
  return form.answer({ chosen: [{ reason: `app.accounts.password.${changed.problem}` }] })
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders

export default function OwnPassword({ actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const title = text('app.accounts.own.password.do')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <p>
        <a href={path('/darbs/konts')}>{text('app.accounts.own')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('app.accounts.own.password.help')}</p>
      <ActionForm answer={actionData} fields={fields} once="">
        <PasswordField of={fields.before} autoComplete="current-password" />
        <PasswordField of={fields.chosen} autoComplete="new-password" />
        <button type="submit">{text('app.accounts.password.save')}</button>
      </ActionForm>
    </Page>
  )
}
