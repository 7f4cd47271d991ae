import { ownInstitutionAddress } from '#modules/registry'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { AskedValues } from '#platform/asked.ts'
import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { readSort } from '#platform/ui/sort.ts'
import { findHeadlines } from '../headlines.server.ts'
import { figureOf, MAP_FIGURES, type MapFigure } from '../map-figures.ts'
import { REFORM_TOOK_EFFECT, REGISTER_BEGINS, searchMunicipalities } from '../municipality-list.ts'
import { MUNICIPALITY_SORTING } from '../municipality-sorting.ts'
import { MunicipalityMap } from '../parts/municipality-map.tsx'
import { MunicipalityTable } from '../parts/municipality-table.tsx'
import { PlaceTable } from '../parts/place-table.tsx'
import { placeSorting } from '../place-sorting.ts'
import type { Route } from './+types/country'

/** Which figure the map shows. */
const FIGURE = 'karte'

export const handle = {
  parameters: ['q', FIGURE, MUNICIPALITY_SORTING.parameter, placeSorting.parameter, 'day'],
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = new AskedValues(request)
  const search = asked.text('q') ?? ''
  const day = asked.day('day', { from: REGISTER_BEGINS })
  const figure = asked.oneOf(FIGURE, MAP_FIGURES) ?? 'published'
  readSort(asked, MUNICIPALITY_SORTING)
  const isSorted = readSort(asked, placeSorting) !== undefined
  asked.demandRight()
  const municipalities = await readInRequest(context, (tx) => findMunicipalitiesOn(tx, day ?? municipalDay()))
  const headlines = await findHeadlines(context.get(databaseContext))
  return { search, day, figure, isSorted, municipalities, headlines }
}

export default function Country({ loaderData }: Route.ComponentProps) {
  const { search, day, figure, isSorted, municipalities, headlines } = loaderData
  const { text, date, path } = useSpeech()
  const found = search === '' ? municipalities : searchMunicipalities(municipalities, search)
  const rows = found.map((municipality) => {
    const headline = headlines.get(municipality.id)
    return { municipality, headline, figure: figureOf(figure, headline) }
  })
  const published = rows.flatMap(({ municipality, headline }) =>
    headline ? [{ municipality, headline }] : [],
  )
  const count = municipalities.filter(({ id }) => headlines.has(id)).length
  const isOpen = isSorted || search !== '' || day !== undefined
  return (
    <Page title={text('portal.country.title')} description={text('portal.country.purpose')}>
      <h1>{text('portal.country.purpose')}</h1>
      <p>{text('portal.country.published', { count, total: municipalities.length })}</p>
      <p>
        <a href={path(ownInstitutionAddress)}>{text('registry.own.title')}</a>
      </p>
      <form className="filters">
        <label>
          {text('portal.country.search')}
          <input type="search" name="q" defaultValue={search} />
        </label>
        <button type="submit">{text('portal.country.find')}</button>
        {search !== '' || day !== undefined ? (
          <a className="clear" href={path('/')}>
            {text('platform.filter.clear')}
          </a>
        ) : null}
      </form>
      {search === '' ? null : (
        <p>
          <a href={`${path('/meklet')}?q=${encodeURIComponent(search)}`}>
            {text('portal.country.everywhere', { search })}
          </a>
        </p>
      )}
      {day === undefined ? null : (
        <p>
          {text('portal.country.onDay', { date: date(day), count: municipalities.length })}{' '}
          {day < REFORM_TOOK_EFFECT ? text('portal.country.named') : text('portal.country.valid')}
        </p>
      )}
      {found.length === 0 ? <p>{text('portal.country.notFound', { search })}</p> : null}
      {search !== '' && found.length > 0 ? (
        <p role="status">{text('portal.country.found', { count: found.length, search })}</p>
      ) : null}
      {published.length > 0 ? (
        <section>
          <h2>{text('portal.country.withStrategy')}</h2>
          <MunicipalityTable
            rows={published}
            caption={text('portal.country.caption', { count: published.length })}
          />
        </section>
      ) : null}
      {search === '' ? (
        <section id="map">
          <h2>{text('portal.country.map')}</h2>
          <FigureChoice current={figure} day={day} />
          <MunicipalityMap rows={rows} figure={figure} />
        </section>
      ) : null}
      {rows.length > 0 ? (
        <details open={isOpen}>
          <summary>{text('portal.country.table')}</summary>
          <PlaceTable rows={rows} figure={figure} />
        </details>
      ) : null}
      <details open={day !== undefined}>
        <summary>{text('portal.country.otherDay')}</summary>
        <form className="filters">
          <label>
            {text('portal.country.dayLabel')}
            <input type="date" name="day" defaultValue={day} min={REGISTER_BEGINS} />
          </label>
          <button type="submit">{text('portal.country.find')}</button>
        </form>
      </details>
    </Page>
  )
}

/** The figures that the map can show, as links. */
function FigureChoice({ current, day }: { current: MapFigure; day: string | undefined }) {
  const { text, path } = useSpeech()
  return (
    <nav aria-label={text('portal.country.choose')}>
      <p className="choice">
        <span aria-hidden="true">{text('portal.country.choose')}:</span>
        {MAP_FIGURES.map((figure) => (
          <a
            key={figure}
            href={`${path('/')}?${FIGURE}=${figure}${day === undefined ? '' : `&day=${day}`}#map`}
            aria-current={figure === current ? 'true' : undefined}
          >
            {text(`portal.country.figure.${figure}`)}
          </a>
        ))}
      </p>
    </nav>
  )
}
