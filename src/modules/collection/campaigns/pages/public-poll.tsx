import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { findInstitutionPoll } from '../institution-poll-store.server.ts'
import { PollOutcome } from '../parts/poll-outcome.tsx'
import { isOpenAt } from '../poll.ts'
import { findResults } from '../poll-result-store.server.ts'
import type { Route } from './+types/public-poll'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  return readInRequest(context, async (tx) => {
    const poll =
      (await findInstitutionPoll(tx, municipality.id, params.key)) ?? refuse(404, 'collection.polls.noSuch')
    const result = (await findResults(tx, municipality.id, [poll])).get(poll.id) ?? null
    return { municipality, poll, result, isOpen: isOpenAt(poll.closesAt, new Date()) }
  })
}

/** One question to a municipality's institutions: until when it is answered, then what they answered. */
export default function PublicPoll({ loaderData }: Route.ComponentProps) {
  const { municipality, poll, result, isOpen } = loaderData
  const { text, local, path } = useSpeech()
  const address = `/municipalities/${municipality.slug}/polls/${poll.key}/result`
  return (
    <Page title={local(poll.title)} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(`/${municipality.slug}/datu-vaksana/aptaujas`)}>
          {text('collection.polls.ofInstitutions')}
        </a>
      </p>
      <h1>{local(poll.title)}</h1>
      <PollOutcome poll={poll} result={result} isOpen={isOpen} />
      {result ? (
        <p>
          {text('collection.polls.download')} <a href={`/api/v1${address}`}>JSON</a>,{' '}
          <a href={`/api/v1${address}.csv`}>CSV</a>
        </p>
      ) : null}
    </Page>
  )
}
