import { COVERED } from '#platform/covered.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { ConfidentialNote } from '#platform/ui/confidential.tsx'
import { cellFinder } from '../cell.ts'
import { hasCovered } from '../has-covered.ts'
import { partGroups } from '../large-groups.ts'
import type { SurveyItem, SurveyTable } from '../model.ts'
import { formatEstimate } from '../words/figures.ts'
import { Extremes } from './extremes.tsx'
import { ItemPlot, type PlotRow } from './item-plot.tsx'

/** One small drawing for each item, all groups on the same axis. */
export function ItemPlots({ table }: { table: SurveyTable }) {
  const speech = useSpeech()
  const { text, local } = speech
  const find = cellFinder(table)
  const rowsOf = (item: SurveyItem) =>
    partGroups(table).large.map((group): PlotRow => {
      const { estimate, result, missing } = find(group, item)
      return {
        key: group.code,
        name: local(group.label),
        words: estimate
          ? formatEstimate(estimate, result.decimals, speech)
          : result?.isCovered
            ? COVERED
            : text(`indicators.missing.${missing}`),
        estimate,
      }
    })
  return (
    <figure>
      <figcaption>
        <Extremes table={table} /> {text('surveys.plot.legend')}
      </figcaption>
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
      {hasCovered(table) ? <ConfidentialNote isPrinted={true} /> : null}
    </figure>
  )
}
