import { choosePassword, LINK_PARAMETER, readLink } from '#platform/accounts/links.service.server.ts'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { goTo } from '../answers.server.ts'
import { accountsOf, askerIn } from '../context.server.ts'
import { ChosenPasswordEntry } from '../entries.ts'
import { PasswordField } from '../parts/secret-field.tsx'
import type { Route } from './+types/choose-password'

export const handle = { parameters: ['kods'], action: 'accounts.choose' }
const fields = fieldsOf(ChosenPasswordEntry)

const tokenIn = (request: Request) => new URL(request.url).searchParams.get(LINK_PARAMETER) ?? ''

export async function loader({ context, request }: Route.LoaderArgs) {
  return { link: await readLink(accountsOf(context), tokenIn(request)) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await readForm(request, ChosenPasswordEntry)
  if (!form.ok) return form.answer()
  const chosen = { token: tokenIn(request), password: form.value.chosen }
  const done = await choosePassword(accountsOf(context), askerIn(context, request), chosen)
  if ('done' in done) throw goTo(request, '/pieslegties?stavoklis=gatavs')
  if (done.problem === 'gone') return form.answer({ '': [{ reason: 'app.accounts.link.gone' }] })
  return form.answer({ chosen: [{ reason: `app.accounts.password.${done.problem}` }] })
}

/** Where the link of a letter leads: an invitation, or a new password. */
export default function ChoosePassword({ loaderData, actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const { link } = loaderData
  if (!link) {
    return (
      <Page title={text('app.accounts.link.gone')}>
        <h1>{text('app.accounts.link.gone')}</h1>
        <p>{text('app.accounts.link.gone.help')}</p>
        <p>
          <a href={path('/pieslegties')}>{text('app.accounts.signIn')}</a>
        </p>
        <p>
          <a href={path('/pieslegties/aizmirsta')}>{text('app.accounts.signIn.forgotten')}</a>
        </p>
      </Page>
    )
  }
  const title = text(
    link.kind === 'invitation' ? 'app.accounts.invitation.title' : 'app.accounts.reset.title',
  )
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      <p>{text('app.accounts.invitation.purpose', { name: link.name, email: link.email })}</p>
      <ActionForm answer={actionData} fields={fields} once="">
        <PasswordField of={fields.chosen} autoComplete="new-password" />
        <button type="submit">{text('app.accounts.password.save')}</button>
      </ActionForm>
    </Page>
  )
}
