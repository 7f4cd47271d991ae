import { listAccounts } from '#platform/accounts/administer.service.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { may } from '#platform/users.ts'
import { accountsOf } from '../context.server.ts'
import { CODES } from '../parts/codes.ts'
import { openAccounts } from '../place.server.ts'
import type { Route } from './+types/accounts'

export const handle = {
  parameters: [],
  reads: ['platform.account.read'],
} as const satisfies Handle

export async function loader(asked: Route.LoaderArgs) {
  const { user, where, place } = openAccounts(asked)
  return {
    place,
    accounts: await listAccounts(accountsOf(asked.context), user, place.id),
    mayInvite: may(user, 'platform.account.edit', where),
  }
}

/** Who has an account in a municipality, or for the country. */
export default function Accounts({ loaderData }: Route.ComponentProps) {
  const { text, local, path, date } = useSpeech()
  const { place, accounts, mayInvite } = loaderData
  const title = place.name
    ? text('app.accounts.list.title', { municipality: local(place.name) })
    : text('app.accounts.list.country')
  const home = path(place.address)
  return (
    <Page title={title}>
      <h1>{title}</h1>
      <p>{text(place.name ? 'app.accounts.list.purpose' : 'app.accounts.list.purposeCountry')}</p>
      {mayInvite ? (
        <p>
          <a href={`${home}/jauns`}>{text('app.accounts.list.invite')}</a>
        </p>
      ) : null}
      {accounts.length === 0 ? (
        <p>{text('app.accounts.list.none')}</p>
      ) : (
        <Table
          caption={text('app.accounts.list.caption', { count: accounts.length })}
          rows={accounts}
          rowKey={({ accountId }) => accountId}
          columns={[
            {
              heading: text('app.accounts.list.name'),
              cell: ({ accountId, name }) => <a href={`${home}/${accountId}`}>{name}</a>,
            },
            { heading: text('app.accounts.email'), cell: ({ email }) => email },
            {
              heading: text('app.accounts.list.state'),
              cell: ({ state, endedOn }) =>
                endedOn === null
                  ? text(`app.accounts.state.${state}`)
                  : text('app.accounts.state.endedOn', { date: date(endedOn) }),
            },
            {
              heading: text('app.accounts.list.codes'),
              cell: ({ hasCodes }) => text(CODES[`${hasCodes}`]),
            },
          ]}
        />
      )}
    </Page>
  )
}
