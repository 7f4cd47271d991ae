import { municipalityContext } from '#modules/registry.context'
import { getAccount } from '#platform/accounts/administer.service.server.ts'
import { demandSignedIn } from '#platform/context.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { accountsOf } from '../context.server.ts'
import type { Route } from './+types/account'

export const handle = {
  parameters: ['stavoklis'],
  reads: ['platform.account.read'],
} as const satisfies Handle

const STATES = {
  uzaicinats: 'app.accounts.one.invited',
  pievienots: 'app.accounts.one.added',
  nenosutits: 'app.accounts.invite.notSent',
  atjaunots: 'app.accounts.one.recovered',
  izbeigts: 'app.accounts.one.ended',
} as const
type State = keyof typeof STATES

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const user = demandSignedIn(context, request)
  const state = new URL(request.url).searchParams.get('stavoklis') as State | null
  return {
    municipality,
    account: await getAccount(accountsOf(context), user, municipality.id, params.account),
    isOwn: user.id === params.account,
    mayChange: may(user, 'platform.account.edit', { municipalityId: municipality.id }),
    done: state !== null && Object.hasOwn(STATES, state) ? STATES[state] : undefined,
  }
}

/** One account of a municipality, and what an administrator can do for it. */
export default function AccountPage({ loaderData }: Route.ComponentProps) {
  const { text, path, date, local } = useSpeech()
  const { municipality, account, isOwn, mayChange, done } = loaderData
  const { name, email, state, endedOn, hasCodes, language } = account
  const home = path(`/darbs/${municipality.slug}/konti`)
  const own = `${home}/${account.accountId}`
  return (
    <Page title={name} place={local(municipality.name)}>
      <p>
        <a href={home}>{text('app.accounts.list')}</a>
      </p>
      <h1>{name}</h1>
      {done ? <p role="status">{text(done)}</p> : null}
      <dl>
        <dt>{text('app.accounts.email')}</dt>
        <dd>{email}</dd>
        <dt>{text('app.accounts.language')}</dt>
        <dd>{text(`app.accounts.language.${language}`)}</dd>
        <dt>{text('app.accounts.list.state')}</dt>
        <dd>
          {endedOn === null
            ? text(`app.accounts.state.${state}`)
            : text('app.accounts.state.endedOn', { date: date(endedOn) })}
        </dd>
        <dt>{text('app.accounts.list.codes')}</dt>
        <dd>{text(hasCodes ? 'app.accounts.list.codes.yes' : 'app.accounts.list.codes.no')}</dd>
      </dl>
      {isOwn ? <p>{text('app.accounts.one.ownHelp')}</p> : null}
      {mayChange && !isOwn && state !== 'ended' ? (
        <ul>
          {state === 'invited' ? (
            <li>
              <form method="post" action={`${own}/uzaicinat`}>
                <button type="submit">{text('app.accounts.one.again')}</button>
                <p className="hint">{text('app.accounts.one.again.help')}</p>
              </form>
            </li>
          ) : null}
          <li>
            <a href={`${own}/atjaunot`}>{text('app.accounts.one.recover')}</a>
          </li>
          <li>
            <a href={`${own}/izbeigt`}>{text('app.accounts.one.end')}</a>
          </li>
        </ul>
      ) : null}
    </Page>
  )
}
