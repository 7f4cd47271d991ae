import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { dateFormat } from '#platform/texts/formats.ts'
import { LOCALES } from '#platform/texts/text.ts'
import { Page } from '#platform/ui/page.tsx'
import { callAddress, collectionHome, yearAddress } from '../addresses.ts'
import { findCalls } from '../calls/call-store.server.ts'
import { demandReader } from '../demand-reader.ts'
import { askedYear, type Month, yearOf, yearsOf } from '../monitoring/year.ts'
import type { Route } from './+types/call-year'

export const handle = { parameters: ['gads'], reads: ['collection.read'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demandReader(user, municipality.id)
  const today = municipalDay()
  const { name, period } = askedYear(new URL(request.url).searchParams.get('gads'), today)
  const calls = await readInRequest(context, (tx) => findCalls(tx, municipality.id))
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    year: name,
    years: yearsOf(calls, today),
    months: yearOf(calls, period),
    thisMonth: today.slice(0, 'YYYY-MM'.length),
  }
}

/** When every call of a year opens, is due and closes, month by month; months that are over are folded. */
export default function CallYear({ loaderData }: Route.ComponentProps) {
  const { municipality, year, years, months, thisMonth } = loaderData
  const { text, path, local } = useSpeech()
  const title = text('collection.year.title')
  const here = path(yearAddress(municipality.slug))
  const earlier = months.filter(({ month }) => month < thisMonth)
  const later = months.filter(({ month }) => month >= thisMonth)
  const link = (name: string, label: string) => (
    <li key={name}>
      <a
        href={`${here}?${new URLSearchParams({ gads: name })}`}
        aria-current={name === year ? 'page' : undefined}
      >
        {label}
      </a>
    </li>
  )
  return (
    <Page title={`${title} · ${year}`} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(collectionHome(municipality.slug))}>{text('collection.menu')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('collection.year.lede')}</p>
      <nav aria-label={text('collection.year.years')}>
        <ul className="links">
          {years.school.map((name) => link(name, text('collection.year.schoolYear', { year: name })))}
          {years.calendar.map((name) => link(name, text('collection.year.calendarYear', { year: name })))}
        </ul>
      </nav>
      {months.length === 0 ? <p role="status">{text('collection.year.none')}</p> : null}
      {earlier.length > 0 && later.length > 0 ? (
        <details>
          <summary>{text('collection.year.earlier')}</summary>
          <Months months={earlier} slug={municipality.slug} />
        </details>
      ) : (
        <Months months={earlier} slug={municipality.slug} />
      )}
      <Months months={later} slug={municipality.slug} />
      <ul className="links">
        <li>
          <a href={`${here}.ics?${new URLSearchParams({ gads: year })}`}>{text('collection.year.file')}</a>
        </li>
        <li>
          <a href={path('/darbs/kalendars')}>{text('collection.year.feed')}</a>
        </li>
      </ul>
    </Page>
  )
}

function Months({ months, slug }: { months: readonly Month[]; slug: string }) {
  const { text, path, local, say, language } = useSpeech()
  const names = dateFormat(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const clock = dateFormat(LOCALES[language], { timeStyle: 'short', timeZone: 'Europe/Riga' })
  return months.map(({ month, entries }) => (
    <section key={month} aria-labelledby={`month-${month}`}>
      <h2 id={`month-${month}`}>{names.format(new Date(`${month}-01T00:00:00Z`))}</h2>
      <ul className="list">
        {entries.map(({ call, moment, day, at }) => (
          <li key={`${call.key} ${moment}`}>
            <time dateTime={new Date(at).toISOString()}>
              {say.day(day)} {clock.format(new Date(at))}
            </time>{' '}
            <strong>{text(`collection.year.${moment}`)}</strong>:{' '}
            <a href={path(callAddress(slug, call.key))}>{local(call.title)}</a>
          </li>
        ))}
      </ul>
    </section>
  ))
}
