import { askForReset } from '#platform/accounts/links.service.server.ts'
import { LineField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { goTo, waitAnswer } from '../answers.server.ts'
import { accountsOf, askerIn } from '../context.server.ts'
import { ForgottenEntry } from '../entries.ts'
import type { Route } from './+types/forgotten'

export const handle = { parameters: ['stavoklis'], action: 'accounts.forgotten' }
const fields = fieldsOf(ForgottenEntry)

export function loader({ context, request }: Route.LoaderArgs) {
  accountsOf(context)
  return { isSent: new URL(request.url).searchParams.get('stavoklis') === 'nosutits' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await readForm(request, ForgottenEntry)
  if (!form.ok) return form.answer()
  const asked = await askForReset(accountsOf(context), askerIn(context, request), form.value.email)
  if (asked.seconds > 0) return waitAnswer(form, asked.seconds)
  throw goTo(request, '/pieslegties/aizmirsta?stavoklis=nosutits')
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders

/** For who has forgotten the password. Says the same whether the address is known or not. */
export default function Forgotten({ loaderData, actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const title = text('app.accounts.forgotten.title')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      {loaderData.isSent ? (
        <p role="status">{text('app.accounts.forgotten.sent')}</p>
      ) : (
        <>
          <p>{text('app.accounts.forgotten.purpose')}</p>
          <ActionForm answer={actionData} fields={fields} once="">
            <LineField of={fields.email} type="email" autoComplete="username" />
            <button type="submit">{text('app.accounts.forgotten.do')}</button>
          </ActionForm>
        </>
      )}
      <p>
        <a href={path('/pieslegties')}>{text('app.accounts.signIn')}</a>
      </p>
    </Page>
  )
}
