import { municipalityContext } from '#modules/registry.context'
import { type ListedAccount, listAccounts } from '#platform/accounts/administer.service.server.ts'
import { demandSignedIn } from '#platform/context.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
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
  const { text, local, path, date } = useSpeech()
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
              cell: ({ hasCodes }) =>
                text(hasCodes ? 'app.accounts.list.codes.yes' : 'app.accounts.list.codes.no'),
            },
          ]}
        />
      )}
    </Page>
  )
}
