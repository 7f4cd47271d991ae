import { municipalityContext } from '#modules/registry.context'
import { type ListedAccount, listAccounts } from '#platform/accounts/administer.service.server.ts'
import { demandSignedIn } from '#platform/context.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { accountsOf } from '../context.server.ts'
import type { Route } from './+types/accounts'

export const handle = {
  parameters: [],
  reads: ['platform.account.read'],
} as const satisfies Handle

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const user = demandSignedIn(context, request)
  return {
    municipality,
    accounts: await listAccounts(accountsOf(context), user, municipality.id),
    mayInvite: may(user, 'platform.account.edit', { municipalityId: municipality.id }),
  }
}

/** Who has an account in a municipality. */
export default function Accounts({ loaderData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, accounts, mayInvite } = loaderData
  const title = text('app.accounts.list.title', { municipality: local(municipality.name) })
  const home = path(`/darbs/${municipality.slug}/konti`)
  return (
    <Page title={title}>
      <h1>{title}</h1>
      <p>{text('app.accounts.list.purpose')}</p>
      {mayInvite ? (
        <p>
          <a href={`${home}/jauns`}>{text('app.accounts.list.invite')}</a>
        </p>
      ) : null}
      {accounts.length === 0 ? (
        <p>{text('app.accounts.list.none')}</p>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{text('app.accounts.list.name')}</th>
              <th scope="col">{text('app.accounts.email')}</th>
              <th scope="col">{text('app.accounts.list.state')}</th>
              <th scope="col">{text('app.accounts.list.codes')}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <Row key={account.accountId} account={account} address={`${home}/${account.accountId}`} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}

function Row({ account, address }: { account: ListedAccount; address: string }) {
  const { text, date } = useSpeech()
  const { name, email, state, hasCodes, endedOn } = account
  return (
    <tr>
      <th scope="row">
        <a href={address}>{name}</a>
      </th>
      <td>{email}</td>
      <td>
        {endedOn === null
          ? text(`app.accounts.state.${state}`)
          : text('app.accounts.state.endedOn', { date: date(endedOn) })}
      </td>
      <td>{text(hasCodes ? 'app.accounts.list.codes.yes' : 'app.accounts.list.codes.no')}</td>
    </tr>
  )
}
