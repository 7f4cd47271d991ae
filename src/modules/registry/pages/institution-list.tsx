import { apiFormats } from '#platform/api/address.ts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { DownloadLinks } from '#platform/ui/download-links.tsx'
import { Page } from '#platform/ui/page.tsx'
import { readSort } from '#platform/ui/sort.ts'
import { municipalityContext } from '../context.server.ts'
import { institutionsAddress } from '../institution-address.ts'
import { countUnstated } from '../institution-facts.ts'
import { INSTITUTION_SORTING } from '../institution-sorting.ts'
import { DayChoice } from '../parts/day-choice.tsx'
import { FounderCounts } from '../parts/founder-counts.tsx'
import { InstitutionLinks } from '../parts/institution-links.tsx'
import { InstitutionTable } from '../parts/institution-table.tsx'
import { Unstated } from '../parts/unstated.tsx'
import { readDay, today } from '../read-day.ts'
import { readInstitutions } from '../read-institutions.server.ts'
import type { Route } from './+types/institution-list'

export const handle = { parameters: ['on', INSTITUTION_SORTING.parameter] }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const values = new AskedValues(request)
  const asked = readDay(values)
  readSort(values, INSTITUTION_SORTING)
  values.demandRight()
  const day = asked ?? today()
  const { network, ...read } = await readInRequest(context, (tx) =>
    readInstitutions(tx, municipality.id, day),
  )
  return { municipality, asked, day, isKnown: network.institutions.length > 0, ...read }
}

/** The institutions of a municipality as they were on a day, by kind. */
export default function InstitutionList({ loaderData }: Route.ComponentProps) {
  const { municipality, asked, day, isKnown, there, notSaid, absent } = loaderData
  const { text, local, say, path } = useSpeech()
  const place = local(municipality.name)
  const title = text('registry.institutions')
  if (!isKnown) {
    return (
      <Page title={title} place={place}>
        <h1>{text('registry.institutions.none', { name: place })}</h1>
        <p>{text('registry.institutions.none.explanation')}</p>
      </Page>
    )
  }
  const address = path(`/${municipality.slug}${institutionsAddress}`)
  const files = apiFormats(`/municipalities/${municipality.slug}/institutions`, { on: asked })
  const links = { slug: municipality.slug, on: asked }
  return (
    <Page title={title} place={place}>
      <p className="eyebrow">
        {title} · {say.day(day)}
      </p>
      <h1>{text('registry.institutions.headline', { count: there.length })}</h1>
      <FounderCounts institutions={there} />
      <p>{text('registry.institutions.scope')}</p>
      <DayChoice address={address} day={day} isAsked={asked !== undefined} />
      {there.length > 0 ? <InstitutionTable institutions={there} day={day} {...links} /> : null}
      <Unstated facts={countUnstated(there)} />
      {notSaid.length > 0 ? (
        <section>
          <h2>{text('registry.institutions.notSaid')}</h2>
          <p>{text('registry.institutions.notSaid.explanation')}</p>
          <InstitutionLinks institutions={notSaid} {...links} />
        </section>
      ) : null}
      {absent.length > 0 ? (
        <section>
          <h2>{text('registry.institutions.absent')}</h2>
          <InstitutionLinks institutions={absent} {...links} />
        </section>
      ) : null}
      <EditLink address={`/${municipality.slug}${institutionsAddress}`} />
      <p className="source">
        {text('registry.institutions.download')}: <DownloadLinks what={title} files={files} />
      </p>
    </Page>
  )
}
