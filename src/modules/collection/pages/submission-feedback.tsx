import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { callAddress, reviewAddress } from '../addresses.ts'
import { leaveToPoll } from '../campaigns/own-page.ts'
import { leastOf, readFeedback } from '../feedback/read-feedback.server.ts'
import { findAsked } from '../form/asked.server.ts'
import { isWithGiver } from '../life/state.ts'
import { CheckResults } from '../parts/check-results.tsx'
import { OwnFigure } from '../parts/own-figure.tsx'
import type { Route } from './+types/submission-feedback'

export const handle = { reads: ['collection.read'] }

export async function loader({ request, context, params }: Route.LoaderArgs) {
  demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const read = await readInRequest(context, async (tx) => {
    const asked = await findAsked(tx, municipality, params)
    const feedback = asked && (await readFeedback(tx, asked))
    return feedback && { asked, feedback }
  })
  const { asked, feedback } = read ?? refuse(404, 'collection.notFound')
  leaveToPoll(request, municipality.slug, asked.call)
  const withLeast = (trend: (typeof feedback.figures)[number]) => ({
    trend,
    leastCount: leastOf(trend, feedback.leastCount),
  })
  return {
    municipality,
    asked,
    feedback,
    figures: feedback.figures.map(withLeast),
    cells: feedback.cells.map(withLeast),
  }
}

/** What an institution gets back for its figures: its own course, where it stands among others, what becomes of them. */
export default function SubmissionFeedback({ loaderData }: Route.ComponentProps) {
  const { municipality, asked, feedback, figures, cells } = loaderData
  const { text, path, local, say, instant } = useSpeech()
  const { call, institution, submission } = asked
  const { peers, typeName, handedIn, results, checks, usedIn } = feedback
  const hasPeers = [...figures, ...cells].some(({ trend }) => peers.has(trend.field.name))
  const title = text('collection.feedback.title')
  const stands =
    submission.state === 'accepted' ? 'accepted' : isWithGiver(submission.state) ? 'back' : 'handedIn'
  const decidedAt = submission.decision?.at ?? handedIn.at
  return (
    <Page title={`${title} · ${local(call.title)}`} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(callAddress(municipality.slug, call.key))}>{local(call.title)}</a> ·{' '}
        {say.period(call.period)} · {local(institution.name)}
      </p>
      <h1>{title}</h1>
      <p role="status">
        {text(`collection.feedback.state.${stands}`, {
          at: instant(stands === 'handedIn' ? handedIn.at : decidedAt),
        })}{' '}
        <a href={path(reviewAddress(municipality.slug, call.key, institution.key))}>
          {text('collection.feedback.review')}
        </a>
      </p>
      <h2>{text('collection.feedback.use')}</h2>
      <p>{local(call.use)}</p>
      {usedIn.length > 0 ? (
        <>
          <p>{text('collection.feedback.usedIn')}</p>
          <ul className="list">
            {usedIn.map(({ code, title, elements }) => (
              <li key={code}>
                <a href={path(`/${municipality.slug}/raditaji/${code}`)}>{local(title)}</a>
                <small>{text('collection.feedback.from', { elements: say.list(elements.map(local)) })}</small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{text('collection.form.checks')}</h2>
      <CheckResults results={results} checks={checks} />
      <h2>{text('collection.feedback.figures')}</h2>
      <p>{text(hasPeers ? 'collection.feedback.how' : 'collection.feedback.tooFew')}</p>
      <div className="own-figures">
        {figures.map(({ trend, leastCount }) => (
          <OwnFigure
            key={trend.field.name}
            trend={trend}
            peers={peers}
            typeName={typeName}
            leastCount={leastCount}
          />
        ))}
      </div>
      {cells.length > 0 ? (
        <details>
          <summary>{text('collection.feedback.cells', { count: cells.length })}</summary>
          <div className="own-figures">
            {cells.map(({ trend, leastCount }) => (
              <OwnFigure
                key={trend.field.name}
                trend={trend}
                peers={peers}
                typeName={typeName}
                leastCount={leastCount}
              />
            ))}
          </div>
        </details>
      ) : null}
    </Page>
  )
}
