import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { findCountryPoll } from '../country-poll-store.server.ts'
import { PollOutcome } from '../parts/poll-outcome.tsx'
import { isOpenAt } from '../poll.ts'
import { findResults } from '../poll-result-store.server.ts'
import type { Route } from './+types/country-poll'

export async function loader({ context, params }: Route.LoaderArgs) {
  return readInRequest(context, async (tx) => {
    const poll = (await findCountryPoll(tx, params.key)) ?? refuse(404, 'collection.polls.noSuch')
    const result = (await findResults(tx, COUNTRY, [poll])).get(poll.id) ?? null
    return { poll, result, isOpen: isOpenAt(poll.closesAt, new Date()) }
  })
}

/** One question to municipalities: until when it is answered, then what they answered. */
export default function CountryPollPage({ loaderData }: Route.ComponentProps) {
  const { poll, result, isOpen } = loaderData
  const { text, local, path } = useSpeech()
  return (
    <Page title={local(poll.title)} place={text('collection.polls.country.title')}>
      <p className="eyebrow">
        <a href={path('/aptaujas-pasvaldibam')}>{text('collection.polls.country.title')}</a>
      </p>
      <h1>{local(poll.title)}</h1>
      <PollOutcome poll={poll} result={result} isOpen={isOpen} />
      {result ? (
        <p>
          {text('collection.polls.download')} <a href={`/api/v1/polls/${poll.key}/result`}>JSON</a>,{' '}
          <a href={`/api/v1/polls/${poll.key}/result.csv`}>CSV</a>
        </p>
      ) : null}
    </Page>
  )
}
