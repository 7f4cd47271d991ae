import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { findCalls } from '../../calls/call-store.server.ts'
import { findPublishedWorks } from '../campaign-store.server.ts'
import type { Route } from './+types/public-campaigns'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const campaigns = await readInRequest(context, async (tx) => {
    const published = await findPublishedWorks(tx, municipality.id)
    return (await findCalls(tx, municipality.id)).filter(({ id }) => published.has(id))
  })
  return { municipality, campaigns: campaigns.map(({ key, title, dueAt }) => ({ key, title, dueAt })) }
}

/** Lists of works of which a municipality has published how far they are. */
export default function PublicCampaigns({ loaderData }: Route.ComponentProps) {
  const { municipality, campaigns } = loaderData
  const { text, local, path, instant } = useSpeech()
  return (
    <Page title={text('collection.campaigns.title')} place={local(municipality.name)}>
      <h1>{text('collection.campaigns.title')}</h1>
      <p>{text('collection.campaigns.public.lede')}</p>
      {campaigns.length === 0 ? <p>{text('collection.campaigns.none')}</p> : null}
      <ul className="list">
        {campaigns.map(({ key, title, dueAt }) => (
          <li key={key}>
            <a href={path(`/${municipality.slug}/datu-vaksana/darba-saraksti/${key}`)}>{local(title)}</a>
            <small>{text('collection.campaigns.due', { at: instant(dueAt) })}</small>
          </li>
        ))}
      </ul>
    </Page>
  )
}
