import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { findCountryPolls } from '../country-poll-store.server.ts'
import { PollList } from '../parts/poll-list.tsx'
import { isOpenAt } from '../poll.ts'
import { findResults } from '../poll-result-store.server.ts'
import type { Route } from './+types/country-poll-list'

export async function loader({ context }: Route.LoaderArgs) {
  const now = new Date()
  return readInRequest(context, async (tx) => {
    const polls = await findCountryPolls(tx)
    const results = await findResults(tx, COUNTRY, polls)
    return {
      polls: polls.map(({ id, key, title, closesAt }) => ({
        key,
        title,
        closesAt,
        isOpen: isOpenAt(closesAt, now),
        result: results.get(id) ?? null,
      })),
    }
  })
}

/** What municipalities were asked, and what they answered together. */
export default function CountryPollList({ loaderData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  return (
    <Page title={text('collection.polls.country.title')}>
      <h1>{text('collection.polls.country.title')}</h1>
      <p>{text('collection.polls.country.lede')}</p>
      <PollList polls={loaderData.polls} address={path('/aptaujas-pasvaldibam')} />
    </Page>
  )
}
