import { endOwnSessions, readOwnAccount } from '#platform/accounts/own-account.service.server.ts'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { goTo, waitAnswer } from '../answers.server.ts'
import { ownAccountIn } from '../context.server.ts'
import { PasswordlessEntry } from '../entries.ts'
import { useMoment } from '../parts/own-lists.tsx'
import { PasswordField } from '../parts/secret-field.tsx'
import type { Route } from './+types/own-sessions'

export const handle = { parameters: ['sesija'], action: 'accounts.sessions' }
const fields = fieldsOf(PasswordlessEntry)

/** The session that is named in the address; all others when none is. */
const namedIn = (request: Request) => new URL(request.url).searchParams.get('sesija')

export async function loader({ context, request }: Route.LoaderArgs) {
  const { user, desk, session } = ownAccountIn(context, request)
  const id = namedIn(request)
  const { sessions } = await readOwnAccount(desk, user, session)
  const named = sessions.find((one) => one.id === id)
  if (id !== null && !named) throw goTo(request, '/darbs/konts')
  return { since: named?.since }
}

export async function action({ context, request }: Route.ActionArgs) {
  const own = ownAccountIn(context, request)
  const form = await readForm(request, PasswordlessEntry)
  if (!form.ok) return form.answer()
  const id = namedIn(request)
  const ended = await endOwnSessions(own, id === null ? 'others' : { id }, form.value.before ?? '')
  if ('cookies' in ended) throw goTo(request, '/darbs/konts?stavoklis=saglabats', ended.cookies)
  if (ended.problem === 'wait') return waitAnswer(form, ended.seconds)
  return form.answer({ before: [{ reason: 'app.accounts.password.wrong' }] })
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders

/** Asks for the password before sessions are ended: whoever sits there may be somebody else. */
export default function OwnSessionsEnd({ loaderData, actionData }: Route.ComponentProps) {
  const { text } = useSpeech()
  const moment = useMoment()
  const { since } = loaderData
  const title = since
    ? text('app.accounts.own.sessions.endOf', { time: moment(since) })
    : text('app.accounts.own.sessions.endOthers')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      <ActionForm answer={actionData} fields={fields} once="">
        <PasswordField of={fields.before} autoComplete="current-password" />
        <button type="submit">{text('app.accounts.own.sessions.end')}</button>
      </ActionForm>
    </Page>
  )
}
