import { hasIntervals, listAddress } from '#modules/indicators'
import {
  CoveredNote,
  JudgedWhen,
  RangeLegend,
  ResultTable,
  VerdictHeadline,
  VerdictSummary,
  WithUnits,
} from '#modules/indicators/parts'
import { useSpeech } from '#platform/i18n.tsx'
import type { Sorting } from '#platform/ui/sort.ts'
import { useSort } from '#platform/ui/sortable-table.tsx'
import type { GoalPage } from '../read-goal.server.ts'

/** More results than this stand in a fold. */
const OPEN = 16

type Props = {
  read: GoalPage
  /** Address of the plan. */
  home: string
  sorting: Sorting
  /** Day as of which the page is read. */
  asOf: string | undefined
}

/** What the figures say of a goal: verdicts counted with how sure they are, then each result. */
export function GoalStanding({
  read: { goal, counts, results, found, time, units },
  home,
  sorting,
  asOf,
}: Props) {
  const { text, path } = useSpeech()
  const isSorted = useSort(sorting) !== undefined
  const list = path(`${home}/raditaji`)
  if (!counts || counts.series.total === 0) {
    return (
      <section>
        <h2>{text('strategy.goal.results')}</h2>
        <p>{text('strategy.goal.noResults')}</p>
      </section>
    )
  }
  return (
    <section>
      <h2>{text('strategy.goal.results')}</h2>
      <p className="headline">
        <VerdictHeadline counts={counts.series} />
      </p>
      <VerdictSummary counts={counts.series} address={list} chosen={null} goal={goal.code}>
        <JudgedWhen time={time} />
      </VerdictSummary>
      <WithUnits units={units}>
        <details className="fold" open={isSorted || results.length <= OPEN}>
          <summary>{text('indicators.list.results', { count: found })}</summary>
          <ResultTable
            rows={results}
            caption={text('indicators.list.caption', { name: goal.code })}
            time={time}
            chosen={null}
            address={list}
            sorting={sorting}
            asOf={asOf}
          />
        </details>
        <div className="only-wide">
          <RangeLegend hasIntervals={hasIntervals(results)} />
        </div>
        <CoveredNote indicators={results.map(({ indicator }) => indicator)} />
        <p className="hint">{text('indicators.list.nUnknown')}</p>
      </WithUnits>
      <p className="more">
        <a href={listAddress(list, { goal: goal.code })}>
          {text('indicators.list.allOfGoal', { count: found, goal: goal.code })}
        </a>
      </p>
    </section>
  )
}
