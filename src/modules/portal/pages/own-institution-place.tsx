import { ownInstitutionAddress } from '#modules/registry'
import { findMunicipalitiesOn, findMunicipalitiesWithInstitutions } from '#modules/registry.server'
import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { Page } from '#platform/ui/page.tsx'
import { findHeadlines } from '../headlines.server.ts'
import type { Route } from './+types/own-institution-place'

export const handle = { parameters: [] }

export async function loader({ context }: Route.LoaderArgs) {
  const headlines = await findHeadlines(context.get(databaseContext))
  const { all, known } = await readInRequest(context, async (tx) => ({
    all: await findMunicipalitiesOn(tx, municipalDay()),
    known: await findMunicipalitiesWithInstitutions(tx),
  }))
  const places = all
    .filter(({ id }) => known.has(id))
    .map(({ id, slug, name }) => ({ slug, name, isPublished: headlines.has(id) }))
  return {
    published: places.filter(({ isPublished }) => isPublished),
    others: places.filter(({ isPublished }) => !isPublished),
  }
}

/** The first step to one's own institution: the municipality. Those whose strategy is published stand first. */
export default function OwnInstitutionPlace({ loaderData }: Route.ComponentProps) {
  const { published, others } = loaderData
  const { text } = useSpeech()
  return (
    <Page title={text('registry.own.title')} description={text('portal.own.lead')} hasContents={false}>
      <h1>{text('registry.own.title')}</h1>
      <p>{text('portal.own.lead')}</p>
      {published.length > 0 ? (
        <section>
          <h2>{text('portal.own.published')}</h2>
          <Places places={published} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h2>{text('portal.own.others')}</h2>
          <Places places={others} />
        </section>
      ) : null}
      <p>{text('portal.own.missing')}</p>
    </Page>
  )
}

function Places({ places }: { places: readonly { slug: string; name: LocalText }[] }) {
  const { local, path } = useSpeech()
  return (
    <ul className="list">
      {places.map(({ slug, name }) => (
        <li key={slug}>
          <a href={path(`/${slug}${ownInstitutionAddress}`)}>{local(name)}</a>
        </li>
      ))}
    </ul>
  )
}
