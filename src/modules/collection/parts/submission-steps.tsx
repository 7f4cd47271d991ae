import { useSpeech } from '#platform/i18n.tsx'
import type { Step } from '../life/steps.ts'
import { sayWho } from './who.ts'

type Props = { steps: readonly Step[]; names: ReadonlyMap<string, string> }

/** Who took which step with a submission, and when; the latest last. */
export function SubmissionSteps({ steps, names }: Props) {
  const speech = useSpeech()
  const { text, instant } = speech
  if (steps.length === 0) return <p>{text('collection.form.steps.none')}</p>
  return (
    <ol className="list">
      {steps.map(({ at, accountId, kind, version, reason, isCorrection, minutes }) => (
        <li key={`${kind} ${version} ${at.toISOString()}`}>
          {text(`collection.form.step.${kind}`, { version })}
          {isCorrection ? ` · ${text('collection.form.step.correction')}` : null}
          <small>
            {instant(at)}
            {accountId === null ? null : ` · ${sayWho(speech, names, accountId)}`}
            {minutes === null ? null : ` · ${text('collection.form.step.minutes', { count: minutes })}`}
          </small>
          {reason ? <blockquote className="typed">{reason}</blockquote> : null}
        </li>
      ))}
    </ol>
  )
}
