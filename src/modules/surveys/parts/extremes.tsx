import { useSpeech } from '#platform/i18n.tsx'
import { type Estimate, estimateTable } from '../estimate.ts'
import { ofLarge } from '../large-groups.ts'
import type { SurveyTable } from '../model.ts'
import { formatPercent } from '../words/figures.ts'

/** More places than this with the same share are counted, not named. */
const NAMED = 3

/** The highest and the lowest share of a survey in a sentence, with every place that has it. */
export function Extremes({ table }: { table: SurveyTable }) {
  const speech = useSpeech()
  const { text, local } = speech
  const estimates = ofLarge(table, estimateTable(table))
  const shares = estimates.map(({ share }) => share)
  const [high, low] = [Math.max(...shares), Math.min(...shares)]
  if (estimates.length === 0 || high === low) return null

  const decimals = Math.max(...table.results.map((result) => result.decimals))
  const say = (share: number) => formatPercent({ percent: share * 100, decimals }, speech)
  const nameOf = (estimate: Estimate) => {
    const item = table.items.find(({ code }) => code === estimate.item)
    const group = table.groups.find(({ code }) => code === estimate.group)
    return text('surveys.plot.where', {
      item: item ? local(item.title) : estimate.item,
      group: group ? local(group.label) : estimate.group,
    })
  }
  const where = (share: number) => {
    const places = estimates.filter((estimate) => estimate.share === share)
    const more = places.length - NAMED
    const names = places.slice(0, NAMED).map(nameOf)
    return speech.say.list(more > 0 ? [...names, text('surveys.plot.more', { count: more })] : names)
  }
  return text('surveys.plot.extremes', {
    high: say(high),
    highWhere: where(high),
    low: say(low),
    lowWhere: where(low),
  })
}
