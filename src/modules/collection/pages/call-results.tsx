import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, keepUpContext, readInRequest } from '#platform/context.server.ts'
import { readFields } from '#platform/forms/read-fields.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { callAddress, publicCallAddress } from '../addresses.ts'
import { findCall } from '../calls/call-store.server.ts'
import { leaveToPoll } from '../campaigns/own-page.ts'
import { acceptMany } from '../life/accept-many.service.server.ts'
import { readChosen } from '../life/chosen.ts'
import { readResults } from '../life/read-results.server.ts'
import { AcceptManyForm } from '../parts/accept-many-form.tsx'
import { FigureParts } from '../parts/figure-parts.tsx'
import { MadeFigures } from '../parts/made-figures.tsx'
import { TotalTable } from '../parts/total-table.tsx'
import type { Route } from './+types/call-results'

export const handle = {
  action: 'collection.accept.many',
  reads: ['collection.totals.read'],
  changes: ['collection.accept'],
}

const FORM_BYTES = 256 * 1024

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.totals.read', { municipalityId: municipality.id })
  const read = await readInRequest(context, async (tx) => {
    const call = await findCall(tx, municipality.id, params.call)
    const about = call && { municipalityId: municipality.id, slug: municipality.slug, call }
    return about && { call: about.call, results: await readResults(tx, user, about) }
  })
  if (read) leaveToPoll(request, municipality.slug, read.call)
  return { municipality, ...(read ?? refuse(404, 'collection.notFound')), once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.accept', { municipalityId: municipality.id })
  const { fields, isWhole } = await readFields(request, FORM_BYTES)
  const chosen = isWhole ? readChosen(fields) : refuse(413, 'platform.refused.form')
  const db = context.get(databaseContext)
  const done = await acceptMany(db, user, { municipality, call: params.call }, chosen)
  if (done.hasFigures)
    // What fails here is tried again later by the process itself.
    await context
      .get(keepUpContext)(db, municipality.id)
      .catch(() => undefined)
  return done
}

/** What accepted answers to a call come to: totals, and figures of indicators with what each is made of. */
export default function CallResults({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, call, results, once } = loaderData
  const { text, local, path, say } = useSpeech()
  const { form, standing, totals, figures, parts, ready } = results
  const title = text('collection.results.title')
  const ofAll = figures.filter(({ institution }) => institution === null)
  const ofEach = figures.filter(({ institution }) => institution !== null)
  return (
    <Page title={`${title} · ${local(call.title)}`} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(callAddress(municipality.slug, call.key))}>{local(call.title)}</a> ·{' '}
        {say.period(call.period)} ·{' '}
        <a href={path(publicCallAddress(municipality.slug, call.key))}>{text('collection.results.public')}</a>
      </p>
      <h1>{title}</h1>
      <p role="status">
        {text('collection.results.standing', { count: standing.accepted, asked: standing.asked })}
      </p>
      {ready ? <AcceptManyForm ready={ready} done={actionData} once={once} /> : null}
      <section aria-labelledby="figures">
        <h2 id="figures">{text('collection.results.figures')}</h2>
        <MadeFigures figures={ofAll} caption={text('collection.results.figures.all')} />
        {ofAll.map((figure) => {
          const own = parts.get(figure.formulaId) ?? []
          return own.length === 0 ? null : (
            <FigureParts
              key={figure.formulaId}
              figure={figure}
              parts={own}
              slug={municipality.slug}
              call={call.key}
            />
          )
        })}
        {ofEach.length > 0 ? (
          <details>
            <summary>{text('collection.results.figures.each')}</summary>
            <MadeFigures figures={ofEach} caption={text('collection.results.figures.each')} />
          </details>
        ) : null}
      </section>
      <section aria-labelledby="totals">
        <h2 id="totals">{text('collection.results.totals')}</h2>
        <TotalTable elements={form.elements} totals={totals} />
      </section>
    </Page>
  )
}
