import { useSpeech } from '#platform/i18n.tsx'
import type { OnTime } from '../standing.ts'

/** How many answered in time, of how many that were asked; those that nobody answers for are not among them. */
export function OnTimeLine({ onTime, isOver }: { onTime: OnTime; isOver: boolean }) {
  const { text, number } = useSpeech()
  const { asked, late, silent } = onTime
  return (
    <p>
      {asked === 0 ? (
        text('strategy.round.onTime.nobody')
      ) : (
        <>
          <strong>
            {text('strategy.round.onTime.share', {
              share: number(onTime.onTime / asked, { style: 'percent', maximumFractionDigits: 0 }),
              onTime: onTime.onTime,
              count: asked,
            })}
          </strong>{' '}
          {text('strategy.round.onTime.late', { count: late })}{' '}
          {text(isOver ? 'strategy.round.onTime.silent' : 'strategy.round.onTime.waiting', { count: silent })}
        </>
      )}
    </p>
  )
}
