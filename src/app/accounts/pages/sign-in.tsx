import { signIn } from '#platform/accounts/sign-in.service.server.ts'
import { LineField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { withAfterwards } from '../afterwards.server.ts'
import { goAfterwards, goTo, waitAnswer } from '../answers.server.ts'
import { accountsOf, askerIn, sessionContext } from '../context.server.ts'
import { SignInEntry } from '../entries.ts'
import { PasswordField } from '../parts/secret-field.tsx'
import type { Route } from './+types/sign-in'

export const handle = { parameters: ['uz', 'stavoklis'], action: 'accounts.enter' }
const fields = fieldsOf(SignInEntry)

/** What came before, as the address says it. */
const STATES = {
  gatavs: 'app.accounts.signIn.ready',
  izgajis: 'app.accounts.signIn.left',
  neatpazits: 'app.accounts.signIn.unknown',
} as const
type State = keyof typeof STATES

export function loader({ context, request }: Route.LoaderArgs) {
  const { oidc } = accountsOf(context)
  const state = new URL(request.url).searchParams.get('stavoklis') as State | null
  return {
    provider: oidc ? { name: oidc.name, address: withAfterwards('/pieslegties/oidc', request) } : undefined,
    state: state !== null && Object.hasOwn(STATES, state) ? state : undefined,
    session: context.get(sessionContext),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const desk = accountsOf(context)
  const form = await readForm(request, SignInEntry)
  if (!form.ok) return form.answer()
  const tried = await signIn(desk, askerIn(context, request), form.value)
  if (tried.outcome === 'wait') return waitAnswer(form, tried.seconds)
  if (tried.outcome === 'wrong') return form.answer({ '': [{ reason: 'app.accounts.signIn.wrong' }] })
  if (tried.outcome === 'code')
    throw goTo(request, withAfterwards('/pieslegties/kods', request), tried.cookies)
  throw goAfterwards(request, tried.cookies)
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders

/** Where everybody signs in. */
export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const { provider, state, session } = loaderData
  const title = text('app.accounts.signIn')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      {state ? <p role="status">{text(STATES[state], { name: provider?.name ?? '' })}</p> : null}
      {session ? (
        <p>
          {text('app.accounts.signIn.already', { name: session.name })}{' '}
          <a href={path('/darbs')}>{text('app.accounts.signIn.toWork')}</a>
        </p>
      ) : null}
      <p>{text('app.accounts.signIn.purpose')}</p>
      <ActionForm answer={actionData} fields={fields} once="">
        <LineField of={fields.email} type="email" autoComplete="username" />
        <PasswordField of={fields.password} autoComplete="current-password" />
        <button type="submit">{text('app.accounts.signIn.do')}</button>
      </ActionForm>
      <p>
        <a href={path('/pieslegties/aizmirsta')}>{text('app.accounts.signIn.forgotten')}</a>
      </p>
      {provider ? (
        <p>
          {text('app.accounts.signIn.or')}{' '}
          <a href={path(provider.address)} rel="nofollow">
            {text('app.accounts.signIn.provider', { name: provider.name })}
          </a>
        </p>
      ) : null}
    </Page>
  )
}
