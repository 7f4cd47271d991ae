import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { findInstitutionPolls } from '../institution-poll-store.server.ts'
import { PollList } from '../parts/poll-list.tsx'
import { isOpenAt } from '../poll.ts'
import { findResults } from '../poll-result-store.server.ts'
import type { Route } from './+types/public-polls'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const now = new Date()
  const polls = await readInRequest(context, async (tx) => {
    const found = await findInstitutionPolls(tx, municipality.id)
    const results = await findResults(tx, municipality.id, found)
    return found.map(({ id, key, title, closesAt }) => ({
      key,
      title,
      closesAt,
      isOpen: isOpenAt(closesAt, now),
      result: results.get(id) ?? null,
    }))
  })
  return { municipality, polls }
}

/** What a municipality asked its institutions, and what they answered together. */
export default function PublicPolls({ loaderData }: Route.ComponentProps) {
  const { municipality, polls } = loaderData
  const { text, local, path } = useSpeech()
  return (
    <Page title={text('collection.polls.ofInstitutions')} place={local(municipality.name)}>
      <h1>{text('collection.polls.ofInstitutions')}</h1>
      <p>{text('collection.polls.public.lede')}</p>
      <PollList polls={polls} address={path(`/${municipality.slug}/datu-vaksana/aptaujas`)} />
    </Page>
  )
}
