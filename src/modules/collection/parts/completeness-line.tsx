import { useSpeech } from '#platform/i18n.tsx'
import { BarLegend, type BarPart, StackedBar } from '#platform/ui/stacked-bar.tsx'
import { type Completeness, percentOf, STANDINGS, UNEXPECTED } from '../monitoring/completeness.ts'
import { BAR_OF, STANDING_LABELS } from './standing.ts'

/** How complete a call is, in one sentence. Every page that tells it says this. */
export function CompletenessLine({ completeness }: { completeness: Completeness }) {
  const { text, number, say } = useSpeech()
  const { expected, handedIn } = completeness
  const percent = percentOf(completeness)
  if (percent === null) return <>{text('collection.completeness.nobody')}</>
  const values = { handedIn: number(handedIn), expected: number(expected), share: say.percent(percent, 0) }
  return <>{text('collection.completeness.line', values)}</>
}

/** The same with what was in time, where everybody stands, and who is not expected. */
export function CompletenessSummary({ completeness }: { completeness: Completeness }) {
  const { text, number } = useSpeech()
  const { by, not, onTime, handedInLate, expected, handedIn } = completeness
  const parts: BarPart[] = STANDINGS.map((standing) => ({
    key: BAR_OF[standing],
    label: text(STANDING_LABELS[standing]),
    count: by[standing],
  }))
  const shown = parts.filter(({ count }) => count > 0)
  return (
    <>
      <p className="completeness">
        <strong>
          <CompletenessLine completeness={completeness} />
        </strong>{' '}
        {handedIn > 0
          ? text('collection.completeness.inTime', { onTime: number(onTime), late: number(handedInLate) })
          : null}
      </p>
      {expected > 0 ? (
        <>
          <StackedBar
            parts={parts}
            label={text('collection.completeness.bar', {
              list: shown.map(({ label, count }) => `${label} ${count}`).join(', '),
            })}
          />
          <BarLegend parts={shown} />
        </>
      ) : null}
      {UNEXPECTED.filter((reason) => not[reason] > 0).map((reason) => (
        <p key={reason} className="quiet">
          {text(`collection.completeness.not.${reason}`, { count: not[reason] })}
        </p>
      ))}
    </>
  )
}
