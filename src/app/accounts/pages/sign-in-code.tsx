import { signInByCode } from '#platform/accounts/sign-in.service.server.ts'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { goAfterwards, waitAnswer, withCookies } from '../answers.server.ts'
import { accountsOf, askerIn } from '../context.server.ts'
import { CodeEntry } from '../entries.ts'
import { CodeField } from '../parts/secret-field.tsx'
import type { Route } from './+types/sign-in-code'

export const handle = { parameters: ['uz'], action: 'accounts.code' }
const fields = fieldsOf(CodeEntry)

export function loader({ context }: Route.LoaderArgs) {
  accountsOf(context)
  return null
}

export async function action({ context, request }: Route.ActionArgs) {
  const desk = accountsOf(context)
  const form = await readForm(request, CodeEntry)
  if (!form.ok) return form.answer()
  const tried = await signInByCode(desk, askerIn(context, request), form.value.code)
  if (tried.outcome === 'wait') return waitAnswer(form, tried.seconds)
  if (tried.outcome !== 'in')
    return withCookies(form.answer({ code: [{ reason: 'app.accounts.code.wrong' }] }), tried.cookies)
  throw goAfterwards(request, tried.cookies)
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders

/** The second step of signing in. */
export default function SignInCode({ actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const title = text('app.accounts.code.title')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      <p>{text('app.accounts.code.purpose')}</p>
      <ActionForm answer={actionData} fields={fields} once="">
        <CodeField of={fields.code} />
        <button type="submit">{text('app.accounts.code.do')}</button>
      </ActionForm>
      <p className="hint">{text('app.accounts.code.lost')}</p>
      <p>
        <a href={path('/pieslegties')}>{text('app.accounts.code.again')}</a>
      </p>
    </Page>
  )
}
