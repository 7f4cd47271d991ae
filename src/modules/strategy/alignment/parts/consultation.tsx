import { useSpeech } from '#platform/i18n.tsx'
import { type ConsultationStep, openComments, type PlanOfWork } from '../model.ts'
import { InLatvian } from './plan-words.tsx'

type Props = {
  plan: PlanOfWork
  steps: readonly ConsultationStep[]
  /** By account. */
  names: Readonly<Record<string, string>>
}

/** What was asked, said, answered and agreed about a plan: all of it, in its order. */
export function Consultation({ plan, steps, names }: Props) {
  const { text, instant, say } = useSpeech()
  const open = new Set(openComments(steps).map(({ id }) => id))
  const numbers = new Map(plan.items.map(({ id, number }) => [id, String(number)]))
  const byId = new Map(steps.map((step) => [step.id, step]))
  if (steps.length === 0) return <p>{text('strategy.alignment.consultation.none')}</p>
  return (
    <ol className="notices">
      {steps.map((step) => {
        const answered = step.answersId === null ? undefined : byId.get(step.answersId)
        return (
          <li key={step.id} id={`solis-${step.id}`}>
            <strong>{text(`strategy.alignment.step.${step.kind}`)}</strong>
            {step.itemId === null ? null : (
              <>
                {' · '}
                {numbers.has(step.itemId)
                  ? text('strategy.alignment.aboutItem', { number: numbers.get(step.itemId) ?? '' })
                  : text('strategy.alignment.aboutGone')}
              </>
            )}
            {' · '}
            {names[step.author] ?? text('strategy.alignment.somebody')} · {instant(step.at)}
            {open.has(step.id) ? (
              <>
                {' · '}
                <em>{text('strategy.alignment.waitsForAnswer')}</em>
              </>
            ) : null}
            {step.agreedOn && step.agreedBy ? (
              <p>
                {text('strategy.alignment.agreedOn', { date: say.day(step.agreedOn) })}{' '}
                <InLatvian>{step.agreedBy}</InLatvian>
              </p>
            ) : null}
            {answered?.words ? (
              <p className="quiet">
                {text('strategy.alignment.answerTo')} <InLatvian>{answered.words}</InLatvian>
              </p>
            ) : null}
            {step.words ? (
              <p>
                <InLatvian>{step.words}</InLatvian>
              </p>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
