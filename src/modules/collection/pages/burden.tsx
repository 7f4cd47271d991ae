import { municipalityContext } from '#modules/registry.context'
import { apiFormats } from '#platform/api/address.ts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { DownloadLinks } from '#platform/ui/download-links.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { burdenAddress } from '../addresses.ts'
import { readBurden } from '../burden/read-burden.server.ts'
import { AskedTwiceList } from '../parts/asked-twice.tsx'
import { BurdenTable, CallBurdenTable } from '../parts/burden-tables.tsx'
import type { Route } from './+types/burden'

export const handle = { parameters: ['gads', 'page'] }
/** How many institutions a page shows: not more than a phone shows in a few screens. */
const SHOWN = 20

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const asked = new AskedValues(request)
  const year = asked.number('gads', { from: 2000, to: 2199 })
  const {
    rows: _,
    institutions,
    ...read
  } = await readInRequest(context, (tx) => readBurden(tx, municipality.id, year))
  const pages = Math.max(1, Math.ceil(institutions.length / SHOWN))
  const page = asked.page()
  asked.demandPage(pages)
  asked.demandRight()
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    ...read,
    count: institutions.length,
    institutions: institutions.slice((page - 1) * SHOWN, page * SHOWN),
    page,
    pages,
  }
}

/** How long data calls take institutions in a year, as planned and as they say, and what is asked more than once. */
export default function BurdenPage({ loaderData }: Route.ComponentProps) {
  const { municipality, year, years, sum, calls, institutions, count, askedTwice, page, pages } = loaderData
  const { text, path, local, number } = useSpeech()
  const title = text('collection.burden.title')
  const files = apiFormats(`/municipalities/${municipality.slug}/burden`, { year: String(year) })
  const here = path(burdenAddress(municipality.slug))
  return (
    <Page title={`${title} · ${year}`} place={local(municipality.name)}>
      <h1>{title}</h1>
      <p>{text('collection.burden.lede')}</p>
      <nav aria-label={text('collection.burden.years')}>
        <ul className="links">
          {years.map((one) => (
            <li key={one}>
              <a href={`${here}?gads=${one}`} aria-current={one === year ? 'page' : undefined}>
                {one}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sum.count === 0 ? (
        <p role="status">{text('collection.burden.none', { year: String(year) })}</p>
      ) : (
        <>
          <p>
            <strong>
              {text('collection.burden.planned', {
                hours: number(hoursOf(sum.plannedMinutes)),
                calls: calls.length,
                count,
              })}
            </strong>{' '}
            {sum.ofSaid === null
              ? text('collection.burden.nobodySaid')
              : text('collection.burden.said', {
                  said: number(sum.said),
                  all: number(sum.count),
                  planned: number(hoursOf(sum.ofSaid.plannedMinutes)),
                  actual: number(hoursOf(sum.ofSaid.actualMinutes)),
                })}
          </p>
          <p className="quiet">{text('collection.burden.how')}</p>
          <h2>{text('collection.burden.calls')}</h2>
          <CallBurdenTable calls={calls} slug={municipality.slug} />
          <AskedTwiceList askedTwice={askedTwice} calls={calls} />
          <h2 id="iestades">{text('collection.burden.institutions')}</h2>
          <BurdenTable institutions={institutions} slug={municipality.slug} />
          <Pages page={page} pages={pages} anchor="iestades" />
          <p className="source">
            {text('collection.burden.download')}: <DownloadLinks what={title} files={files} />
          </p>
        </>
      )}
    </Page>
  )
}

const MINUTES_OF_HOUR = 60
const hoursOf = (minutes: number) => Math.round((minutes / MINUTES_OF_HOUR) * 10) / 10
