import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand, may } from '#platform/users.ts'
import { callAddress, feedbackAddress, formAddress, reviewAddress } from '../addresses.ts'
import { findCallForm } from '../calls/call-store.server.ts'
import { leaveToPoll } from '../campaigns/own-page.ts'
import { findAsked } from '../form/asked.server.ts'
import { decideAsPosted, readDecisionRights } from '../life/decide-in-page.server.ts'
import { readFiguresFrom } from '../life/read-figures-from.server.ts'
import { readReview } from '../life/read-review.server.ts'
import { isWithGiver } from '../life/state.ts'
import { AnswerTable } from '../parts/answer-table.tsx'
import { CheckResults } from '../parts/check-results.tsx'
import { DecideForms } from '../parts/decide-forms.tsx'
import { MadeFigures } from '../parts/made-figures.tsx'
import { SubmissionSteps } from '../parts/submission-steps.tsx'
import type { Route } from './+types/submission-review'

export const handle = {
  action: 'collection.decide',
  parameters: ['versija'],
  reads: ['collection.read'],
  changes: ['collection.accept'],
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const version = Number(new URL(request.url).searchParams.get('versija'))
  const read = await readInRequest(context, async (tx) => {
    const asked = await findAsked(tx, municipality, params)
    if (!asked) return undefined
    const place = { municipalityId: municipality.id, institutionId: asked.institution.id }
    return {
      asked,
      review: await readReview(tx, asked, version),
      figures: await readFiguresFrom(tx, user, asked),
      rights: may(user, 'collection.accept', place) ? await readDecisionRights(tx, user, asked) : null,
      isGiver: may(user, 'collection.answer', place),
    }
  })
  if (read) leaveToPoll(request, municipality.slug, read.asked.call)
  return { municipality, ...(read ?? refuse(404, 'collection.notFound')), once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const read = await readInRequest(context, async (tx) => {
    const asked = await findAsked(tx, municipality, params)
    return asked && { asked, form: await findCallForm(tx, municipality.id, asked.call.id) }
  })
  const { asked, form } = read ?? refuse(404, 'collection.notFound')
  demand(user, 'collection.accept', { municipalityId: municipality.id, institutionId: asked.institution.id })
  const answer = await decideAsPosted({ request, context }, user, asked, form)
  if (answer) return answer
  throw redirect(new URL(request.url).pathname, 303)
}

/** What an institution has handed in: answers, checks, remarks, versions, and every step with who took it. */
export default function SubmissionReview({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, asked, review, isGiver, rights, figures, once } = loaderData
  const { text, path, local, say, instant } = useSpeech()
  const { call, institution, submission } = asked
  const { shown, form, versions, steps, names } = review
  const keys = [municipality.slug, call.key, institution.key] as const
  const title = `${local(institution.name)} · ${local(call.title)}`
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(callAddress(municipality.slug, call.key))}>{local(call.title)}</a> ·{' '}
        {say.period(call.period)}
      </p>
      <h1>{local(institution.name)}</h1>
      <p role="status">
        <strong>{text(`collection.form.state.${submission.state}`)}</strong>
        {shown
          ? ` · ${text('collection.form.version', { version: shown.version, at: instant(shown.at) })}`
          : ''}
      </p>
      <ul className="links">
        {isGiver && isWithGiver(submission.state) ? (
          <li>
            <a href={path(formAddress(...keys))}>{text('collection.form.open')}</a>
          </li>
        ) : null}
        {shown ? (
          <li>
            <a href={path(feedbackAddress(...keys))}>{text('collection.form.feedback')}</a>
          </li>
        ) : null}
      </ul>
      {shown ? (
        <>
          <section aria-labelledby="checks">
            <h2 id="checks">{text('collection.form.checks')}</h2>
            <CheckResults results={review.results} checks={form.checks} />
          </section>
          <section aria-labelledby="answers">
            <h2 id="answers">{text('collection.form.answers')}</h2>
            {versions.length > 1 ? (
              <ul className="links">
                {versions.map((version) => (
                  <li key={version}>
                    <a
                      href={`${path(reviewAddress(...keys))}?versija=${version}`}
                      aria-current={version === shown.version ? 'page' : undefined}
                    >
                      {text('collection.form.versionNumber', { version })}
                    </a>
                  </li>
                ))}
              </ul>
            ) : null}
            <AnswerTable
              elements={form.elements}
              slug={municipality.slug}
              answers={review.answers}
              before={review.before}
              last={review.last}
              remarks={review.remarks}
            />
          </section>
        </>
      ) : (
        <p>{text('collection.form.notHandedIn')}</p>
      )}
      {rights && shown ? (
        <DecideForms rights={rights} elements={form.elements} answer={actionData} once={once} />
      ) : null}
      {figures.length > 0 ? (
        <section aria-labelledby="figures">
          <h2 id="figures">{text('collection.results.figures')}</h2>
          <MadeFigures figures={figures} caption={text('collection.results.figures.from')} />
        </section>
      ) : null}
      <section aria-labelledby="steps">
        <h2 id="steps">{text('collection.form.steps')}</h2>
        <SubmissionSteps steps={steps} names={names} />
      </section>
    </Page>
  )
}
