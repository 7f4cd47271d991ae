import { data, redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { findMunicipality } from '#modules/registry.server'
import { databaseContext, personalVisit, readInRequest } from '#platform/context.server.ts'
import { asRefusal } from '#platform/database/away.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { findPlace } from '../find-place.server.ts'
import { ReportForm } from '../parts/report-form.tsx'
import { firstSegment } from '../place.ts'
import { ReportEntry } from '../report.ts'
import { REPORTS_A_DAY, sendReport, takesContact } from '../report-service.server.ts'
import type { Route } from './+types/report'

export const handle = { parameters: ['par'], action: 'work.report' }

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const asked = searchParams.get('par')
  const place =
    asked === null ? undefined : await findPlace(personalVisit(context), asked, languageOf(pathname))
  const isForeign = asked !== null && !place
  const form = { once: uuidv7(), place, isForeign, takesContact: takesContact(context.get(databaseContext)) }
  return isForeign ? data(form, 400) : form
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = personalVisit(context)
  const language = languageOf(new URL(request.url).pathname)
  const db = context.get(databaseContext)
  const Entry = takesContact(db) ? ReportEntry : ReportEntry.omit({ contact: true })
  const form = await readForm(request, Entry)
  try {
    const typed = form.entered.address
    const place = typed ? await findPlace(visit, typed, language) : undefined
    const foreign = { address: [{ reason: 'work.report.address.foreign' }] } as const
    if (!form.ok) return form.answer(typed && !place ? foreign : {})
    if (typed && !place) return form.answer(foreign)
    const municipality =
      place && (await readInRequest(context, (tx) => findMunicipality(tx, firstSegment(place.address))))
    const { problem } = await sendReport(db, {
      municipalityId: municipality?.id ?? COUNTRY,
      once: form.once,
      entry: form.value,
      place,
      language,
      clientAddress: visit.clientAddress,
    })
    if (problem) return form.answer({ '': [{ reason: problem, values: { count: REPORTS_A_DAY } }] }, 429)
  } catch (error) {
    // What was typed must outlive a database that is away.
    const refused = asRefusal(error)
    if (refused?.status !== 503) throw error
    return form.answer({ '': [{ reason: refused.reason }] }, 503)
  }
  throw redirect(addressIn(language, '/zinot/paldies'), 303)
}

/** Tells us of an error in a figure, of a barrier, of anything else: without an account, without scripts. */
export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { text } = useSpeech()
  const title = text('work.report.title')
  const { once, place, isForeign, takesContact } = loaderData
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      <p>{text('work.report.purpose')}</p>
      {isForeign ? <p role="alert">{text('work.report.foreign')}</p> : null}
      <ReportForm answer={actionData} once={once} place={place} takesContact={takesContact} />
    </Page>
  )
}
