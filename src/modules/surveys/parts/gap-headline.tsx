import { useSpeech } from '#platform/i18n.tsx'
import { countGaps, orderGaps } from '../gap-order.ts'
import { findGaps } from '../gaps.ts'
import { partGaps } from '../large-groups.ts'
import type { SurveyTable } from '../model.ts'

/** What the comparison of the groups comes to, in one sentence; nothing when there was nothing to compare. */
export function GapHeadline({ table }: { table: SurveyTable }) {
  const speech = useSpeech()
  const { text, local } = speech
  const all = findGaps(table)
  const { large } = partGaps(table, all)
  const gaps = orderGaps(large.length > 0 ? large : all)
  const widest = gaps[0]
  if (!widest) return null
  const { certain } = countGaps(gaps)
  const item = table.items.find(({ code }) => code === widest.item)
  const words =
    certain === 0
      ? text('surveys.headline.uncertain', { count: gaps.length })
      : text('surveys.headline.certain', {
          count: certain,
          total: gaps.length,
          item: item ? local(item.title) : widest.item,
          points: speech.say.fixed(widest.points, Number.isInteger(widest.points) ? 0 : 1),
        })
  return <p className="headline">{words}</p>
}
