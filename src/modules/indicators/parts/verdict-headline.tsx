import { useSpeech } from '#platform/i18n.tsx'
import type { VerdictCounts } from '../roll-up.ts'
import { WithinChanceCount } from './within-chance-count.tsx'

/** What the verdicts say together, in one or two sentences. */
export function VerdictHeadline({ counts }: { counts: VerdictCounts }) {
  const { text } = useSpeech()
  const good = counts.met + counts.onTrack
  if (counts.judged === 0) return text('indicators.headline.none', { count: counts.total })
  return (
    <>
      {text(counts.onTrack > 0 ? 'indicators.headline.judgedOrOnTrack' : 'indicators.headline.judged', {
        count: counts.judged,
        good: String(good),
      })}{' '}
      <WithinChanceCount count={counts.withinChance} />{' '}
      {counts.notEvaluable === 0
        ? null
        : text('indicators.headline.notEvaluable', { count: counts.notEvaluable })}
    </>
  )
}
