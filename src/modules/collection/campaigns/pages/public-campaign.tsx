import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { findCall, findCallForm } from '../../calls/call-store.server.ts'
import { findPublishedWorks } from '../campaign-store.server.ts'
import { WorksTable } from '../parts/works-table.tsx'
import { listIn } from '../read-works.server.ts'
import type { Route } from './+types/public-campaign'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  return readInRequest(context, async (tx) => {
    const call = await findCall(tx, municipality.id, params.key)
    const published = call && (await findPublishedWorks(tx, municipality.id)).get(call.id)
    const list = call && listIn((await findCallForm(tx, municipality.id, call.id)).elements)
    if (!call || !published || !list) refuse(404, 'collection.campaigns.noSuch')
    return { municipality, title: call.title, result: published(list.rows) }
  })
}

/** How far works are over all institutions, as the department has published it. */
export default function PublicCampaign({ loaderData }: Route.ComponentProps) {
  const { municipality, title, result } = loaderData
  const { text, local, path, instant } = useSpeech()
  return (
    <Page title={local(title)} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(`/${municipality.slug}/datu-vaksana/darba-saraksti`)}>
          {text('collection.campaigns.title')}
        </a>
      </p>
      <h1>{local(title)}</h1>
      <p className="hint">{text('collection.campaigns.publishedAt', { at: instant(result.asOf) })}</p>
      <WorksTable result={result} caption={text('collection.campaigns.caption')} />
    </Page>
  )
}
