import { redirect } from 'react-router'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { AS_OF, addressAsOf } from '#platform/as-of/read-as-of.ts'
import { addressContext, databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { ChoiceField, LongField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { collectionHome } from '../../addresses.ts'
import { reviewAnalysis, sendForReview } from '../analysis.service.server.ts'
import { type Analysis, linesIn, ReviewEntry } from '../analysis.ts'
import { findAnalysis } from '../analysis-store.server.ts'
import type { Route } from './+types/analysis-detail'

export const handle = {
  action: 'collection.analysis.review',
  reads: ['collection.analysis.edit'],
  changes: ['collection.analysis.edit'],
}
const fields = fieldsOf(z.object(ReviewEntry.shape))
const VERDICTS = (['reviewed', 'returned'] as const).map((value) => ({
  value,
  label: `collection.analyses.verdict.${value}` as const,
}))

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.analysis.edit', { municipalityId: municipality.id })
  if (!isUuid(params.id)) refuse(404, 'collection.analyses.noSuch')
  const read = await readInRequest(context, async (tx) => {
    const analysis =
      (await findAnalysis(tx, municipality.id, params.id)) ?? refuse(404, 'collection.analyses.noSuch')
    const accounts = [analysis.author, analysis.reviewer].filter((one): one is string => one !== null)
    const names = await findAccountNames(tx, municipality.id, accounts)
    return { analysis, names: Object.fromEntries(names) }
  })
  const pages = await Promise.all(
    read.analysis.evidence.map((one) =>
      one.kind === 'page' ? asOfThatDay(context, one.address, read.analysis) : null,
    ),
  )
  return { ...read, pages, municipality, isAuthor: read.analysis.author === user.id, once: uuidv7() }
}

/** Where a page of ours is read as it was on the day of the data; null where it cannot be. */
async function asOfThatDay(
  context: Route.LoaderArgs['context'],
  address: string,
  { dataAsOf }: Analysis,
): Promise<string | null> {
  if (!address.startsWith('/')) return null
  const { pathname } = new URL(address, 'http://ours')
  const known = await context.get(addressContext)?.(pathname)
  return known?.parameters.includes(AS_OF) ? addressAsOf(address, dataAsOf) : null
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const db = context.get(databaseContext)
  const form = await readForm(request, ReviewEntry)
  if (!form.ok) return form.answer()
  const asked = { municipalityId: municipality.id, id: params.id, version: form.version }
  const { verdict, note } = form.value
  const answer = await (verdict === 'sent'
    ? sendForReview(db, user, asked)
    : reviewAnalysis(db, user, asked, { verdict, note }))
  if (answer) return form.answerMeanwhile({ version: answer.meanwhile.version, saved: {} })
  throw redirect(new URL(request.url).pathname, 303)
}

/** One analysis, to be read, printed, and looked over by somebody else than its author. */
export default function AnalysisDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, analysis, names, pages, isAuthor, once } = loaderData
  const { text, local, path, date, instant } = useSpeech()
  const home = path(`${collectionHome(municipality.slug)}/analizes`)
  const nameOf = (account: string) => names[account] ?? text('collection.analyses.somebody')
  const { state, steps, evidence, reviewer, reviewedAt } = analysis
  return (
    <Page
      title={
        actionData ? text('platform.form.problemsTitle', { title: analysis.question }) : analysis.question
      }
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={home}>{text('collection.analyses.title')}</a>
        {' · '}
        <a href={path(historyAddress(municipality.slug, 'collection.analysis', [analysis.id]))}>
          {text('platform.edit.history')}
        </a>
      </p>
      <h1>{analysis.question}</h1>
      <p>
        <strong>{text(`collection.analyses.state.${state}`)}</strong>
        {'. '}
        {text('collection.analyses.by', {
          name: nameOf(analysis.author),
          date: date(municipalDay(analysis.changedAt)),
        })}{' '}
        {text('collection.analyses.dataAsOf', { date: date(analysis.dataAsOf) })}
      </p>
      {reviewer && reviewedAt ? (
        <p>{text('collection.analyses.reviewedBy', { name: nameOf(reviewer), at: instant(reviewedAt) })}</p>
      ) : null}
      {reviewer && state === 'returned' ? (
        <p>
          {text('collection.analyses.returnedBy', {
            name: nameOf(reviewer),
            at: instant(analysis.changedAt),
          })}
        </p>
      ) : null}
      {analysis.reviewNote ? <blockquote>{analysis.reviewNote}</blockquote> : null}
      <h2>{text('collection.analyses.steps')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h2>{text('collection.analyses.result')}</h2>
      {analysis.result === null ? (
        <p>{text('collection.analyses.noResultYet')}</p>
      ) : (
        linesIn(analysis.result).map((line) => <p key={line}>{line}</p>)
      )}
      {evidence.length > 0 ? (
        <>
          <h2>{text('collection.analyses.evidence')}</h2>
          <ul>
            {evidence.map((one, place) =>
              one.kind === 'file' ? (
                <li key={one.id}>
                  <a href={path(`/darbs/${municipality.slug}/datnes/${one.id}`)}>{one.name}</a>
                </li>
              ) : (
                <li key={one.address}>
                  <a href={one.address}>{one.address}</a>
                  {pages[place] ? (
                    <>
                      {' · '}
                      <a href={pages[place]}>
                        {text('collection.analyses.asOfThatDay', { date: date(analysis.dataAsOf) })}
                      </a>
                    </>
                  ) : null}
                </li>
              ),
            )}
          </ul>
        </>
      ) : null}
      {isAuthor ? (
        <>
          <p>
            <a href={`${home}/${analysis.id}/labot`}>{text('collection.analyses.change')}</a>
          </p>
          {(state === 'draft' || state === 'returned') && analysis.result !== null ? (
            <ActionForm answer={actionData} fields={{}} once={once} version={analysis.version}>
              <button type="submit" name="verdict" value="sent">
                {text('collection.analyses.send')}
              </button>
            </ActionForm>
          ) : null}
        </>
      ) : state === 'inReview' ? (
        <section aria-labelledby="review">
          <h2 id="review">{text('collection.analyses.review')}</h2>
          <ActionForm answer={actionData} fields={fields} once={once} version={analysis.version}>
            <ChoiceField of={fields.verdict} options={VERDICTS} />
            <LongField of={fields.note} rows={4} />
            <button type="submit">{text('collection.analyses.review.save')}</button>
          </ActionForm>
        </section>
      ) : null}
    </Page>
  )
}
