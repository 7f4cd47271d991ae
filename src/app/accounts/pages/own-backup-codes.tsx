import { data } from 'react-router'
import { renewBackupCodes } from '#platform/accounts/own-account.service.server.ts'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { cookieHeaders, goTo, waitAnswer } from '../answers.server.ts'
import { ownAccountIn } from '../context.server.ts'
import { PasswordlessEntry } from '../entries.ts'
import { BackupCodes } from '../parts/backup-codes.tsx'
import { PasswordField } from '../parts/secret-field.tsx'
import type { Route } from './+types/own-backup-codes'

export const handle = { parameters: [], action: 'accounts.renew' }
const fields = fieldsOf(PasswordlessEntry)

export function loader({ context, request }: Route.LoaderArgs) {
  const { session } = ownAccountIn(context, request)
  if (!session.hasCodes) throw goTo(request, '/darbs/konts')
  return null
}

export async function action({ context, request }: Route.ActionArgs) {
  const own = ownAccountIn(context, request)
  if (!own.session.hasCodes) throw goTo(request, '/darbs/konts')
  const form = await readForm(request, PasswordlessEntry)
  if (!form.ok) return form.answer()
  const renewed = await renewBackupCodes(own, form.value.before ?? '')
  if ('backupCodes' in renewed)
    return data({ backupCodes: renewed.backupCodes }, { headers: cookieHeaders(renewed.cookies) })
  if (renewed.problem === 'wait') return waitAnswer(form, renewed.seconds)
  return form.answer({ before: [{ reason: 'app.accounts.password.wrong' }] })
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders

export default function OwnBackupCodes({ actionData }: Route.ComponentProps) {
  const { text } = useSpeech()
  if (actionData && 'backupCodes' in actionData) {
    return (
      <Page title={text('app.accounts.codes.renewed')}>
        <h1>{text('app.accounts.codes.renewed')}</h1>
        <BackupCodes codes={actionData.backupCodes} />
      </Page>
    )
  }
  const title = text('app.accounts.own.codes.renew')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      <p>{text('app.accounts.codes.renew.help')}</p>
      <ActionForm answer={actionData} fields={fields} once="">
        <PasswordField of={fields.before} autoComplete="current-password" />
        <button type="submit">{text('app.accounts.codes.renew.do')}</button>
      </ActionForm>
    </Page>
  )
}
