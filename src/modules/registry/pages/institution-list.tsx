import { apiFormats } from '#platform/api/address.ts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { DownloadLinks } from '#platform/ui/download-links.tsx'
import { Page } from '#platform/ui/page.tsx'
import { readSort } from '#platform/ui/sort.ts'
import { municipalityContext } from '../context.server.ts'
import { institutionsAddress, ownInstitutionAddress } from '../institution-address.ts'
import { countUnstated } from '../institution-facts.ts'
import { filterInstitutions, INSTITUTION_PARAMETERS, typesOf } from '../institution-filter.ts'
import { INSTITUTION_SORTING } from '../institution-sorting.ts'
import { DayChoice } from '../parts/day-choice.tsx'
import { FounderCounts } from '../parts/founder-counts.tsx'
import { InstitutionFilters } from '../parts/institution-filters.tsx'
import { InstitutionLinks } from '../parts/institution-links.tsx'
import { InstitutionTable } from '../parts/institution-table.tsx'
import { Unstated } from '../parts/unstated.tsx'
import { readDay, today } from '../read-day.ts'
import { readInstitutions } from '../read-institutions.server.ts'
import type { Route } from './+types/institution-list'

export const handle = {
  parameters: ['on', ...Object.values(INSTITUTION_PARAMETERS), INSTITUTION_SORTING.parameter],
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const values = new AskedValues(request)
  const asked = readDay(values)
  readSort(values, INSTITUTION_SORTING)
  const day = asked ?? today()
  const { network, ...read } = await readInRequest(context, (tx) =>
    readInstitutions(tx, municipality.id, day),
  )
  const types = typesOf(read.there)
  const filter = {
    words: values.text(INSTITUTION_PARAMETERS.words),
    type: values.oneOf(
      INSTITUTION_PARAMETERS.type,
      types.map(({ code }) => code),
    ),
  }
  values.demandRight()
  const found = filterInstitutions(read.there, filter)
  return { municipality, asked, day, isKnown: network.institutions.length > 0, types, filter, found, ...read }
}

/** The institutions of a municipality as they were on a day, by kind. */
export default function InstitutionList({ loaderData }: Route.ComponentProps) {
  const { municipality, asked, day, isKnown, types, filter, found, there, notSaid, absent } = loaderData
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
  const isFiltered = filter.words !== undefined || filter.type !== undefined
  const links = { slug: municipality.slug, on: asked }
  return (
    <Page title={title} place={place}>
      <p className="eyebrow">
        {title} · {say.day(day)}
      </p>
      <h1>{text('registry.institutions.headline', { count: there.length })}</h1>
      <p>
        <a href={path(`/${municipality.slug}${ownInstitutionAddress}`)}>{text('registry.own.title')}</a>
      </p>
      <FounderCounts institutions={there} />
      <InstitutionFilters address={address} filter={filter} types={types} on={asked} />
      {isFiltered ? (
        <p role="status">
          {text('registry.filter.found', {
            found: say.number(found.length),
            total: say.number(there.length),
          })}
        </p>
      ) : null}
      {found.length > 0 ? <InstitutionTable institutions={found} day={day} {...links} /> : null}
      <Unstated facts={countUnstated(found)} />
      {notSaid.length > 0 ? (
        <section>
          <h2>{text('registry.institutions.notSaid')}</h2>
          <p>{text('registry.institutions.notSaid.explanation')}</p>
          <InstitutionLinks institutions={notSaid} {...links} />
        </section>
      ) : null}
      {absent.length > 0 ? (
        <details>
          <summary>{text('registry.institutions.absentCount', { count: absent.length })}</summary>
          <InstitutionLinks institutions={absent} {...links} />
        </details>
      ) : null}
      <details open={asked !== undefined}>
        <summary>{text('registry.day.other')}</summary>
        <DayChoice address={address} day={day} isAsked={asked !== undefined} />
      </details>
      <p>{text('registry.institutions.scope')}</p>
      <EditLink address={`/${municipality.slug}${institutionsAddress}`} />
      <p className="source">
        {text('registry.institutions.download')}: <DownloadLinks what={title} files={files} />
      </p>
    </Page>
  )
}
