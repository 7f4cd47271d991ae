import { getAccount } from '#platform/accounts/administer.service.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { accountsOf } from '../context.server.ts'
import { CODES } from '../parts/codes.ts'
import { openAccounts } from '../place.server.ts'
import type { Route } from './+types/account'

export const handle = {
  parameters: ['stavoklis'],
  reads: ['platform.account.read'],
} as const satisfies Handle

const STATES = {
  uzaicinats: 'app.accounts.one.invited',
  nenosutits: 'app.accounts.invite.notSent',
  atjaunots: 'app.accounts.one.recovered',
  izbeigts: 'app.accounts.one.ended',
} as const
type State = keyof typeof STATES

export async function loader(asked: Route.LoaderArgs) {
  const { context, request, params } = asked
  const { user, where, place } = openAccounts(asked)
  const state = new URL(request.url).searchParams.get('stavoklis') as State | null
  return {
    place,
    account: await getAccount(accountsOf(context), user, place.id, params.account),
    isOwn: user.id === params.account,
    mayChange: may(user, 'platform.account.edit', where),
    done: state !== null && Object.hasOwn(STATES, state) ? STATES[state] : undefined,
  }
}

/** One account of a municipality or of the country, and what an administrator can do for it. */
export default function AccountPage({ loaderData }: Route.ComponentProps) {
  const { text, path, date, local } = useSpeech()
  const { place, account, isOwn, mayChange, done } = loaderData
  const { name, email, state, endedOn, hasCodes, language } = account
  const home = path(place.address)
  const own = `${home}/${account.accountId}`
  return (
    <Page title={name} place={place.name ? local(place.name) : undefined}>
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
        <dd>{text(CODES[`${hasCodes}`])}</dd>
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
          {account.isAccepted ? (
            <li>
              <a href={`${own}/atjaunot`}>{text('app.accounts.one.recover')}</a>
            </li>
          ) : null}
          <li>
            <a href={`${own}/izbeigt`}>{text('app.accounts.one.end')}</a>
          </li>
        </ul>
      ) : null}
    </Page>
  )
}
