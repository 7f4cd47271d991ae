import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { Guide } from '#modules/findings/parts'
import { guidanceFor } from '#modules/findings.server'
import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { AskedValues } from '#platform/asked.ts'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { typedDay } from '#platform/forms/day.ts'
import { Complained } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { isDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { demand, may } from '#platform/users.ts'
import { callAddress, monitoringAddress, resultsAddress } from '../addresses.ts'
import { findCall } from '../calls/call-store.server.ts'
import { phaseOf, takesAnswers } from '../calls/phase.ts'
import { readGivers } from '../givers.server.ts'
import { STANDINGS } from '../monitoring/completeness.ts'
import { extendAsAsked } from '../monitoring/extend-as-asked.service.server.ts'
import { chooseRows, readMonitoring } from '../monitoring/read-monitoring.server.ts'
import { remindNow } from '../monitoring/remind-now.service.server.ts'
import { CompletenessSummary } from '../parts/completeness-line.tsx'
import { ElementCounts } from '../parts/element-counts.tsx'
import { MonitoredRow } from '../parts/monitored-row.tsx'
import { MonitoringFilters } from '../parts/monitoring-filters.tsx'
import { RemindButton } from '../parts/remind-button.tsx'
import type { Route } from './+types/monitoring'

export const handle = {
  parameters: ['stavoklis', 'tips', 'page', 'atgadinats', 'nav', 'pagarinats'],
  action: 'collection.remind',
  reads: ['collection.read'],
  changes: ['collection.call.edit'],
}
/** How many institutions a page shows. */
const SHOWN = 50
const ActForm = z.object({
  institution: z.string().max(200).optional(),
  /** Where it is a day, the institution is given until its end; else it is reminded. */
  until: typedDay().optional(),
})

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId } = municipality
  demand(user, 'collection.read', { municipalityId })
  const now = new Date()
  const query = new URL(request.url).searchParams
  const asked = new AskedValues(query)
  const standing = asked.oneOf('stavoklis', [...STANDINGS, 'unexpected' as const]) ?? null
  const page = asked.page()
  const read = await readInRequest(context, (tx) => readMonitoring(tx, municipalityId, params.call, now))
  const { call, completeness, rows, elements } = read ?? refuse(404, 'collection.notFound')
  const type = query.get('tips')
  const { chosen, types } = chooseRows(call, rows, { standing, type }, now)
  const pages = Math.max(1, Math.ceil(chosen.length / SHOWN))
  asked.demandPage(pages)
  asked.demandRight()
  const shown = chosen.slice((page - 1) * SHOWN, page * SHOWN)
  const { byInstitution } = await readGivers(context.get(databaseContext), municipalityId)
  const givers = Object.fromEntries(
    shown.map((row) => [row.institutionId, byInstitution.get(row.institutionId) ?? []]),
  )
  const ids = Object.values(givers).flatMap((some) => some.map(({ accountId }) => accountId))
  const { names, guidance } = await readInRequest(context, async (tx) => ({
    names: await findAccountNames(tx, municipalityId, ids),
    guidance: await guidanceFor(tx, municipalityId, ['collection.late']),
  }))
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    call,
    now,
    completeness,
    rows: shown,
    elements,
    types,
    standing,
    type,
    givers,
    names: Object.fromEntries(names),
    late: guidance['collection.late'],
    page,
    pages,
    once: uuidv7(),
    mayRemind: may(user, 'collection.call.edit', { municipalityId }) && takesAnswers(phaseOf(call, now)),
    extended: isDay(query.get('pagarinats') ?? '') ? query.get('pagarinats') : null,
    told: query.has('atgadinats')
      ? { told: Number(query.get('atgadinats')) || 0, nobody: Number(query.get('nav')) || 0 }
      : null,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId, slug } = municipality
  demand(user, 'collection.call.edit', { municipalityId })
  const form = await readForm(request, ActForm)
  if (!form.ok) return form.answer()
  const call =
    (await readInRequest(context, (tx) => findCall(tx, municipalityId, params.call))) ??
    refuse(404, 'collection.notFound')
  const { pathname } = new URL(request.url)
  const here = addressIn(languageOf(pathname), monitoringAddress(slug, call.key))
  const { institution, until } = form.value
  if (institution && until) {
    const place = { municipalityId, slug, call, institution, until }
    const problem = await extendAsAsked(context.get(databaseContext), user, place)
    if (problem) return form.answer({ '': [{ reason: problem }] })
    throw redirect(`${here}?pagarinats=${until}`, 303)
  }
  const { told, nobody } = await remindNow(
    context.get(databaseContext),
    user,
    { municipalityId, slug },
    { call, institution: institution || null },
    new Date(),
  )
  throw redirect(`${here}?atgadinats=${told}&nav=${nobody}`, 303)
}

/** Where every institution that a call asks stands: those first with whom something is to be done. */
export default function MonitoringPage({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, call, completeness, rows, elements, told, mayRemind, once, names, givers } =
    loaderData
  const { text, path, local, instant, say } = useSpeech()
  const now = new Date(loaderData.now)
  const title = text('collection.monitoring.title')
  const waited = completeness.expected - completeness.handedIn
  return (
    <Page title={`${title} · ${local(call.title)}`} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(callAddress(municipality.slug, call.key))}>{local(call.title)}</a> ·{' '}
        <a href={path(resultsAddress(municipality.slug, call.key))}>{text('collection.results.title')}</a>
      </p>
      <h1>{title}</h1>
      {actionData ? <Complained complaints={actionData.complaints} fields={{}} /> : null}
      {loaderData.extended === null ? null : (
        <p role="status">{text('collection.monitoring.extended', { day: say.day(loaderData.extended) })}</p>
      )}
      {told ? (
        <p role="status">
          {text('collection.monitoring.reminded', { count: told.told })}
          {told.nobody > 0 ? ` ${text('collection.monitoring.nobodyTold', { count: told.nobody })}` : ''}
        </p>
      ) : null}
      <p>
        {text('collection.monitoring.dates', {
          due: instant(new Date(call.dueAt)),
          locks: instant(new Date(call.locksAt)),
        })}
      </p>
      <CompletenessSummary completeness={completeness} />
      {completeness.by.late > 0 ? <Guide of={loaderData.late} about={text('collection.late.name')} /> : null}
      {mayRemind && waited > 0 ? (
        <RemindButton once={once} label={text('collection.monitoring.remindAll', { count: waited })} />
      ) : null}
      <h2>{text('collection.monitoring.institutions')}</h2>
      <p className="quiet">{text('collection.monitoring.order')}</p>
      <MonitoringFilters
        completeness={completeness}
        standing={loaderData.standing}
        types={loaderData.types}
        type={loaderData.type}
      />
      {rows.length === 0 ? <p role="status">{text('collection.monitoring.none')}</p> : null}
      <ul className="list">
        {rows.map((row) => (
          <MonitoredRow
            key={row.submissionId}
            row={row}
            call={call}
            slug={municipality.slug}
            now={now}
            givers={givers[row.institutionId] ?? []}
            names={names}
            once={mayRemind ? once : null}
          />
        ))}
      </ul>
      <Pages page={loaderData.page} pages={loaderData.pages} />
      <ElementCounts elements={elements} />
    </Page>
  )
}
