import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { findCountryPolls } from '../country-poll-store.server.ts'
import { PollList } from '../parts/poll-list.tsx'
import { isOpenAt } from '../poll.ts'
import { findResults } from '../poll-result-store.server.ts'
import type { Route } from './+types/country-poll-works'

export const handle = { reads: ['collection.template.edit', 'collection.totals.read'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const mayEdit = may(user, 'collection.template.edit', 'country')
  if (!mayEdit && !may(user, 'collection.totals.read', 'country')) refuse(403, 'platform.refused.grant')
  const now = new Date()
  const polls = await readInRequest(context, async (tx) => {
    const found = await findCountryPolls(tx)
    const results = await findResults(tx, COUNTRY, found)
    return found.map(({ id, key, title, closesAt }) => ({
      key,
      title,
      closesAt,
      isOpen: isOpenAt(closesAt, now),
      result: results.get(id) ?? null,
    }))
  })
  return { polls, mayEdit }
}

/** Questions to municipalities, for those who put them. */
export default function CountryPollWorks({ loaderData }: Route.ComponentProps) {
  const { polls, mayEdit } = loaderData
  const { text, path } = useSpeech()
  return (
    <Page title={text('collection.polls.country.title')}>
      <h1>{text('collection.polls.country.title')}</h1>
      {mayEdit ? (
        <p>
          <a className="button" href={path('/darbs/aptaujas-pasvaldibam/jauna')}>
            {text('collection.polls.country.new')}
          </a>
        </p>
      ) : null}
      <PollList polls={polls} address={path('/darbs/aptaujas-pasvaldibam')} />
    </Page>
  )
}
