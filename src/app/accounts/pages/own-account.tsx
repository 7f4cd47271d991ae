import { changeOwnAccount, readOwnAccount } from '#platform/accounts/own-account.service.server.ts'
import { ChoiceField, LineField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { goTo } from '../answers.server.ts'
import { ownAccountIn } from '../context.server.ts'
import { OwnEntry } from '../entries.ts'
import { nameInvitations } from '../invitations.server.ts'
import { Invitations } from '../parts/invitations.tsx'
import { OwnEvents, OwnSessions } from '../parts/own-lists.tsx'
import type { Route } from './+types/own-account'

export const handle = { parameters: ['stavoklis'], action: 'accounts.own' }
const fields = fieldsOf(OwnEntry)
const DONE = {
  saglabats: 'app.accounts.own.saved',
  piekrists: 'app.accounts.own.joined',
  atteikts: 'app.accounts.own.declined',
} as const
const LANGUAGES = [
  { value: 'lv', label: 'app.accounts.language.lv' },
  { value: 'en', label: 'app.accounts.language.en' },
] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const { user, desk, session } = ownAccountIn(context, request)
  const state = new URL(request.url).searchParams.get('stavoklis') as keyof typeof DONE | null
  return {
    session,
    provider: desk.oidc?.name ?? '',
    done: state !== null && Object.hasOwn(DONE, state) ? DONE[state] : undefined,
    invitations: await nameInvitations(desk, session.accountId),
    ...(await readOwnAccount(desk, user, session)),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { desk, session } = ownAccountIn(context, request)
  const form = await readForm(request, OwnEntry)
  if (!form.ok) return form.answer()
  await changeOwnAccount(desk, session, form.value)
  throw goTo(request, '/darbs/konts?stavoklis=saglabats')
}

/** What a person can change of the own account, where it is signed in, and what happened to it. */
export default function OwnAccount({ loaderData, actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const { session, provider, done, invitations, sessions, hasPassword, events } = loaderData
  const title = text('app.accounts.own.title')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      {done ? <p role="status">{text(done)}</p> : null}
      <Invitations invitations={invitations} />
      <h2>{text('app.accounts.own.who')}</h2>
      <p>{text('app.accounts.own.email', { email: session.email })}</p>
      <ActionForm
        answer={actionData}
        fields={fields}
        once=""
        values={{ name: session.name, language: session.language }}
      >
        <LineField of={fields.name} autoComplete="name" />
        <ChoiceField of={fields.language} options={LANGUAGES} />
        <button type="submit">{text('app.accounts.own.save')}</button>
      </ActionForm>
      <h2>{text('app.accounts.own.password')}</h2>
      {hasPassword ? (
        <p>
          <a href={path('/darbs/konts/parole')}>{text('app.accounts.own.password.do')}</a>
        </p>
      ) : (
        <p>{text('app.accounts.own.password.none', { name: provider })}</p>
      )}
      <h2>{text('app.accounts.own.codes')}</h2>
      <Codes hasCodes={session.hasCodes} isDemo={session.isDemo} />
      <OwnSessions sessions={sessions} thisId={session.id} />
      <OwnEvents events={events} />
    </Page>
  )
}

function Codes({ hasCodes, isDemo }: { hasCodes: boolean; isDemo: boolean }) {
  const { text, path } = useSpeech()
  if (isDemo) return <p>{text('app.accounts.own.codes.demo')}</p>
  return (
    <>
      <p>{text(hasCodes ? 'app.accounts.own.codes.on' : 'app.accounts.own.codes.off')}</p>
      <p>
        {hasCodes ? (
          <a href={path('/darbs/konts/rezerves-kodi')}>{text('app.accounts.own.codes.renew')}</a>
        ) : (
          <a href={path('/darbs/konts/kodi')}>{text('app.accounts.own.codes.setUp')}</a>
        )}
      </p>
    </>
  )
}
