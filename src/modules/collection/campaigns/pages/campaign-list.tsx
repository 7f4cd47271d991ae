import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { collectionHome } from '../../addresses.ts'
import { findCalls } from '../../calls/call-store.server.ts'
import { demandReader } from '../../demand-reader.ts'
import type { Route } from './+types/campaign-list'

export const handle = { reads: ['collection.read'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demandReader(user, municipality.id)
  const calls = await readInRequest(context, (tx) => findCalls(tx, municipality.id))
  return {
    municipality,
    campaigns: calls.filter(({ kind }) => kind === 'campaign'),
    mayEdit: may(user, 'collection.call.edit', { municipalityId: municipality.id }),
  }
}

/** Lists of works of a municipality. */
export default function CampaignList({ loaderData }: Route.ComponentProps) {
  const { municipality, campaigns, mayEdit } = loaderData
  const { text, local, path, instant } = useSpeech()
  const home = path(`${collectionHome(municipality.slug)}/darba-saraksti`)
  return (
    <Page title={text('collection.campaigns.title')} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(collectionHome(municipality.slug))}>{text('collection.menu')}</a>
        {' · '}
        <a href={path(`${collectionHome(municipality.slug)}/aptaujas`)}>{text('collection.polls.title')}</a>
      </p>
      <h1>{text('collection.campaigns.title')}</h1>
      <p>{text('collection.campaigns.lede')}</p>
      {mayEdit ? (
        <p>
          <a href={`${home}/jauns`}>{text('collection.campaigns.new')}</a>
        </p>
      ) : null}
      {campaigns.length === 0 ? <p>{text('collection.campaigns.none')}</p> : null}
      <ul className="list">
        {campaigns.map(({ key, title, dueAt, state }) => (
          <li key={key}>
            <a href={`${home}/${key}`}>{local(title)}</a>
            <small>
              {state === 'draft'
                ? text('collection.campaigns.isDraft')
                : text('collection.campaigns.due', { at: instant(dueAt) })}
            </small>
          </li>
        ))}
      </ul>
    </Page>
  )
}
