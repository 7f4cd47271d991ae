import { useSpeech } from '#platform/i18n.tsx'
import { estimateTable } from '../estimate.ts'
import type { SurveyItem, SurveyTable } from '../model.ts'
import { cellFinder } from './cell.ts'
import { ItemPlot, type PlotRow } from './item-plot.tsx'
import { formatEstimate, formatPercent } from './words.ts'

/** One small drawing for each item, all groups on the same axis. */
export function ItemPlots({ table }: { table: SurveyTable }) {
  const speech = useSpeech()
  const { text, local } = speech
  const find = cellFinder(table)
  const rowsOf = (item: SurveyItem) =>
    table.groups.map((group): PlotRow => {
      const { estimate, result, missing } = find(group, item)
      return {
        key: group.code,
        name: local(group.label),
        words: estimate
          ? formatEstimate(estimate, result.decimals, speech)
          : text(`indicators.missing.${missing}`),
        estimate,
      }
    })
  return (
    <figure>
      <div className="plots">
        {table.items.map((item) => {
          const rows = rowsOf(item)
          const said = rows.map(({ name, words }) => `${name} ${words}`).join('; ')
          return (
            <div key={item.code}>
              <h3>{local(item.title)}</h3>
              <ItemPlot rows={rows} label={`${local(item.title)}: ${said}`} />
            </div>
          )
        })}
      </div>
      <figcaption>
        <Extremes table={table} /> {text('surveys.plot.legend')}
      </figcaption>
    </figure>
  )
}

/** The highest and the lowest share of the survey in a sentence. */
function Extremes({ table }: { table: SurveyTable }) {
  const speech = useSpeech()
  const { text, local } = speech
  const found = estimateTable(table).toSorted((a, b) => b.share - a.share)
  const [highest, lowest] = [found[0], found.at(-1)]
  if (!highest || !lowest || highest.share === lowest.share) return null
  const words = (one: typeof highest) => {
    const item = table.items.find(({ code }) => code === one.item)
    const group = table.groups.find(({ code }) => code === one.group)
    const result = table.results.find(({ group, item }) => group === one.group && item === one.item)
    return {
      item: item ? local(item.title) : one.item,
      group: group ? local(group.label) : one.group,
      percent: formatPercent({ percent: one.share * 100, decimals: result?.decimals ?? 0 }, speech),
    }
  }
  const [high, low] = [words(highest), words(lowest)]
  return text('surveys.plot.extremes', {
    highItem: high.item,
    highGroup: high.group,
    highPercent: high.percent,
    lowItem: low.item,
    lowGroup: low.group,
    lowPercent: low.percent,
  })
}
