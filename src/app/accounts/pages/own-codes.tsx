import { data } from 'react-router'
import { inGroups } from '#platform/accounts/code-address.ts'
import { beginSetUp, finishSetUp, readSetUp } from '#platform/accounts/own-account.service.server.ts'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { cookieHeaders, goTo, waitAnswer } from '../answers.server.ts'
import { hindranceContext, ownAccountIn } from '../context.server.ts'
import { FirstCodeEntry, PasswordlessEntry } from '../entries.ts'
import { BackupCodes } from '../parts/backup-codes.tsx'
import { QrCode } from '../parts/qr-code.tsx'
import { CodeField, PasswordField } from '../parts/secret-field.tsx'
import type { Route } from './+types/own-codes'

export const handle = { parameters: [], action: 'accounts.codes' }
const codeFields = fieldsOf(FirstCodeEntry)
const passwordFields = fieldsOf(PasswordlessEntry)

/** Where to begin and where to go on is known by what is under way, not by what is sent. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { desk, session } = ownAccountIn(context, request)
  if (session.isDemo) throw goTo(request, '/darbs/konts')
  return {
    isRequired: context.get(hindranceContext) === 'setUp',
    isSetUp: session.hasCodes,
    setUp: session.hasCodes ? undefined : await readSetUp(desk, session),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const own = ownAccountIn(context, request)
  if (own.session.hasCodes || own.session.isDemo) throw goTo(request, '/darbs/konts')
  if (await readSetUp(own.desk, own.session)) return finish(own, request)
  const form = await readForm(request, PasswordlessEntry)
  if (!form.ok) return form.answer()
  const begun = await beginSetUp(own, form.value.before ?? '')
  if ('cookies' in begun) throw goTo(request, '/darbs/konts/kodi', begun.cookies)
  if (begun.problem === 'wait') return waitAnswer(form, begun.seconds)
  return form.answer({ before: [{ reason: 'app.accounts.password.wrong' }] })
}

async function finish(own: ReturnType<typeof ownAccountIn>, request: Request) {
  const form = await readForm(request, FirstCodeEntry)
  if (!form.ok) return form.answer()
  const done = await finishSetUp(own, form.value.code)
  if ('backupCodes' in done) {
    return data({ backupCodes: done.backupCodes }, { headers: cookieHeaders(done.cookies) })
  }
  if (done.problem === 'wait') return waitAnswer(form, done.seconds)
  return form.answer({ code: [{ reason: 'app.accounts.code.wrong' }] })
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders

/** Setting up a second factor, in three steps: that it is you, the picture, the backup codes. */
export default function OwnCodes({ loaderData, actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const { isRequired, isSetUp, setUp } = loaderData
  if (actionData && 'backupCodes' in actionData) {
    return (
      <Page title={text('app.accounts.codes.done')}>
        <h1>{text('app.accounts.codes.done')}</h1>
        <BackupCodes codes={actionData.backupCodes} />
      </Page>
    )
  }
  const title = text('app.accounts.codes.title')
  if (isSetUp) {
    return (
      <Page title={title}>
        <h1>{title}</h1>
        <p>{text('app.accounts.own.codes.on')}</p>
        <p>
          <a href={path('/darbs/konts')}>{text('app.accounts.own')}</a>
        </p>
      </Page>
    )
  }
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      {isRequired ? <p role="status">{text('app.accounts.codes.required')}</p> : null}
      {setUp ? (
        <>
          <ol>
            <li>{text('app.accounts.codes.app')}</li>
            <li>{text('app.accounts.codes.scan')}</li>
          </ol>
          <QrCode content={setUp.address} label={text('app.accounts.codes.picture')} />
          <p>
            {text('app.accounts.codes.secret')} <code>{inGroups(setUp.secret)}</code>
          </p>
          <p>{text('app.accounts.codes.confirm')}</p>
          <ActionForm answer={actionData} fields={codeFields} once="">
            <CodeField of={codeFields.code} />
            <button type="submit">{text('app.accounts.codes.confirm.do')}</button>
          </ActionForm>
        </>
      ) : (
        <>
          <p>{text('app.accounts.codes.begin')}</p>
          <ActionForm answer={actionData} fields={passwordFields} once="">
            <PasswordField of={passwordFields.before} autoComplete="current-password" />
            <button type="submit">{text('app.accounts.codes.begin.do')}</button>
          </ActionForm>
        </>
      )}
    </Page>
  )
}
