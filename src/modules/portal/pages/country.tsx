import { findMunicipalitiesOn } from '#modules/registry.server'
import { AskedValues } from '#platform/asked.ts'
import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { readSort } from '#platform/ui/sort.ts'
import { findHeadlines } from '../headlines.server.ts'
import { REFORM_TOOK_EFFECT, REGISTER_BEGINS, searchMunicipalities } from '../municipality-list.ts'
import { MUNICIPALITY_SORTING } from '../municipality-sorting.ts'
import { MunicipalityMap } from '../parts/municipality-map.tsx'
import { MunicipalityTable } from '../parts/municipality-table.tsx'
import { RegionLists } from '../parts/region-lists.tsx'
import type { Route } from './+types/country'

export const handle = { parameters: ['q', 'day', MUNICIPALITY_SORTING.parameter] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = new AskedValues(request)
  const search = asked.text('q') ?? ''
  const day = asked.day('day', { from: REGISTER_BEGINS })
  readSort(asked, MUNICIPALITY_SORTING)
  asked.demandRight()
  const municipalities = await readInRequest(context, (tx) => findMunicipalitiesOn(tx, day ?? municipalDay()))
  const headlines = await findHeadlines(context.get(databaseContext))
  return { search, day, municipalities, headlines }
}

export default function Country({ loaderData }: Route.ComponentProps) {
  const { search, day, municipalities, headlines } = loaderData
  const { text, date, path } = useSpeech()
  const found = search === '' ? municipalities : searchMunicipalities(municipalities, search)
  const published = new Set(municipalities.filter(({ id }) => headlines.has(id)).map(({ id }) => id))
  const rows = found.flatMap((municipality) => {
    const headline = headlines.get(municipality.id)
    return headline ? [{ municipality, headline }] : []
  })
  const others = found.filter(({ id }) => !headlines.has(id))
  return (
    <Page title={text('portal.country.title')} description={text('portal.country.purpose')}>
      <h1>
        {text('portal.country.purpose')}{' '}
        {text('portal.country.published', { count: published.size, total: municipalities.length })}
      </h1>
      <form className="filters">
        <label>
          {text('portal.country.search')}
          <input type="search" name="q" defaultValue={search} />
        </label>
        <label>
          {text('portal.country.day')}
          <input type="date" name="day" defaultValue={day} min={REGISTER_BEGINS} />
        </label>
        <button type="submit">{text('portal.country.find')}</button>
        {search !== '' || day !== undefined ? (
          <a className="clear" href={path('/')}>
            {text('platform.filter.clear')}
          </a>
        ) : null}
      </form>
      {day === undefined ? null : (
        <p>
          {text('portal.country.onDay', { date: date(day), count: municipalities.length })}{' '}
          {day < REFORM_TOOK_EFFECT ? text('portal.country.named') : text('portal.country.valid')}
        </p>
      )}
      {search === '' ? (
        <section>
          <h2>{text('portal.country.map')}</h2>
          <MunicipalityMap municipalities={municipalities} published={published} />
        </section>
      ) : null}
      {found.length === 0 ? <p>{text('portal.country.notFound', { search })}</p> : null}
      {search !== '' && found.length > 0 ? (
        <p role="status">{text('portal.country.found', { count: found.length, search })}</p>
      ) : null}
      {rows.length > 0 ? (
        <section>
          <h2>{text('portal.country.withStrategy')}</h2>
          <MunicipalityTable rows={rows} caption={text('portal.country.caption', { count: rows.length })} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h2>{text('portal.country.withoutStrategy', { count: others.length })}</h2>
          <RegionLists municipalities={others} />
        </section>
      ) : null}
    </Page>
  )
}
