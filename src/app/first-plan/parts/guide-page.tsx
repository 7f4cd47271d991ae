import type { DraftState } from '#platform/draft-dataset/tables.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { guideAddress, OPTIONAL_STEPS, STEP_ADDRESS, type Step } from '../draft-rows.ts'

type Guide = {
  version: number
  state: DraftState
  isOwnRequest: boolean
  othersAsked: number | null
  mayInvite: boolean
  steps: readonly { step: Step; count: number }[]
  missing: readonly Step[]
  hasPreview: boolean
}
type Props = {
  slug: string
  place: string
  guide: Guide
  problems: readonly string[]
  isChanged: boolean
}

/** The first hour on one page: what is done, what comes next, a look at it, and who publishes. */
export function GuidePage({ slug, place, guide, problems, isChanged }: Props) {
  const { text, path } = useSpeech()
  const address = path(guideAddress(slug))
  const title = text('app.firstPlan.title')
  if (guide.state === 'published') {
    return (
      <Page title={title} place={place}>
        <h1>{text('app.firstPlan.isPublic')}</h1>
        <p>
          <a href={path(`/${slug}`)}>{text('app.firstPlan.toPublic')}</a>
        </p>
        <p>{text('app.firstPlan.afterwards')}</p>
      </Page>
    )
  }
  const next = guide.steps.find(({ count }) => count === 0)?.step
  return (
    <Page title={title} place={place}>
      <h1>{title}</h1>
      <p>{text('app.firstPlan.purpose')}</p>
      {problems.length > 0 ? (
        <div className="problems" role="alert">
          <h2>{text('app.firstPlan.refused')}</h2>
          <ul>
            {problems.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {isChanged ? (
        <p className="problems" role="alert">
          {text('app.firstPlan.changed')}
        </p>
      ) : null}
      <ol className="steps">
        {guide.steps.map(({ step, count }) => (
          <li key={step} aria-current={step === next ? 'step' : undefined}>
            <a href={`${address}${STEP_ADDRESS[step]}`}>{text(`app.firstPlan.${step}`)}</a>{' '}
            <span className="hint">
              {count > 0
                ? text(`app.firstPlan.${step}.count`, { count })
                : text(OPTIONAL_STEPS.has(step) ? 'app.firstPlan.mayWait' : 'app.firstPlan.toDo')}
            </span>
          </li>
        ))}
      </ol>
      {guide.hasPreview ? (
        <p>
          <a href={`${address}/prieksskats`}>{text('app.firstPlan.preview')}</a>{' '}
          <span className="hint">{text('app.firstPlan.preview.hint')}</span>
        </p>
      ) : null}
      <Publishing guide={guide} slug={slug} />
    </Page>
  )
}

function Publishing({ guide, slug }: { guide: Guide; slug: string }) {
  const { text, path, say } = useSpeech()
  const { state, isOwnRequest, othersAsked, mayInvite, missing, version } = guide
  return (
    <section>
      <h2>{text('app.firstPlan.publish')}</h2>
      {missing.length > 0 ? (
        <p>
          {text('app.firstPlan.missing', {
            steps: say.list(missing.map((step) => text(`app.firstPlan.${step}`))),
          })}
        </p>
      ) : null}
      {state === 'asked' && isOwnRequest ? (
        <>
          <p role={othersAsked === null ? undefined : 'status'}>{text('app.firstPlan.waits')}</p>
          {othersAsked === 0 ? <p>{text('app.firstPlan.nobodyElse')}</p> : null}
          <p>
            {mayInvite ? (
              <a href={path(`/darbs/${slug}/konti`)}>{text('app.firstPlan.invite')}</a>
            ) : (
              text('app.firstPlan.askAdministrator')
            )}
          </p>
        </>
      ) : null}
      {state === 'asked' && !isOwnRequest ? (
        <form method="post" className="entry">
          <input type="hidden" name="_version" value={version} />
          <p>{text('app.firstPlan.second')}</p>
          <button type="submit" name="do" value="publish">
            {text('app.firstPlan.publishNow')}
          </button>
        </form>
      ) : null}
      {state === 'open' && missing.length === 0 ? (
        <form method="post" className="entry">
          <input type="hidden" name="_version" value={version} />
          <p>{text('app.firstPlan.twoPeople')}</p>
          <button type="submit" name="do" value="ask">
            {text('app.firstPlan.ask')}
          </button>
        </form>
      ) : null}
    </section>
  )
}
