import { municipalityContext } from '#modules/registry.context'
import { asCalendar, feedOrigin } from '#modules/work'
import { demandSignedIn, personalVisit, readInRequest } from '#platform/context.server.ts'
import { addressIn, languageOf } from '#platform/language.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { sayInstant } from '#platform/say/instant.ts'
import { createText } from '#platform/texts/text.ts'
import { callAddress } from '../addresses.ts'
import { findCalls } from '../calls/call-store.server.ts'
import { demandReader } from '../demand-reader.ts'
import { askedYear, yearOf } from '../monitoring/year.ts'
import { collectionTexts } from '../texts/index.ts'
import type { Route } from './+types/call-year-file'

export const handle = { parameters: ['gads'], reads: ['collection.read'] }

/** The calls of a year as a file that calendars take in: whole days, with the hour in the words. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demandReader(user, municipality.id)
  const { pathname, searchParams } = new URL(request.url)
  const origin = feedOrigin(personalVisit(context).own)
  const language = languageOf(pathname)
  const text = createText(language, collectionTexts[language])
  const { name, period } = askedYear(searchParams.get('gads'), municipalDay())
  const calls = await readInRequest(context, (tx) => findCalls(tx, municipality.id))
  const days = yearOf(calls, period)
    .flatMap(({ entries }) => entries)
    .map(({ call, moment, at, day }) => ({
      id: `${call.id}-${moment}`,
      subject: `${call.title[language]}: ${text(`collection.year.${moment}`)} (${sayInstant(language, at)})`,
      dueOn: day,
      address: origin + addressIn(language, callAddress(municipality.slug, call.key)),
    }))
  return new Response(asCalendar(`${text('collection.year.title')} ${name}`, days, new Date()), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="datu-vaksanas.ics"',
    },
  })
}
