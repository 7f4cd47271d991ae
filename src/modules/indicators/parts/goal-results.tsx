import { useSpeech } from '#platform/i18n.tsx'
import { defineSorting } from '#platform/ui/sort.ts'
import type { FindingCount } from '../findings.ts'
import type { GoalOfIndicators } from '../goals.ts'
import type { JudgedTime } from '../judged-time.ts'
import type { JudgedSeries } from '../list.ts'
import { listAddress } from '../list-address.ts'
import { RESULT_ORDERS } from '../result-order.ts'
import type { VerdictCounts } from '../roll-up.ts'
import { ResultTable } from './result-table.tsx'
import { VerdictBar } from './verdict-counts.tsx'

type Props = {
  /** Null for what measures no goal. */
  goal: GoalOfIndicators | null
  /** Verdicts of the whole goal, whatever is left out. */
  counts: VerdictCounts
  rows: readonly JudgedSeries[]
  /** How many results of the goal are found, on this page and on others. */
  found: number
  isOpen: boolean
  time: JudgedTime | null
  chosen: string | null
  address: string
  /** Address of the plan. */
  home: string
  findings: ReadonlyMap<string, FindingCount>
}

/** The results of one goal: how they stand, and a fold with each of them. */
export function GoalResults({ goal, counts, rows, found, isOpen, home, ...asked }: Props) {
  const { text, local, path } = useSpeech()
  const { address, chosen } = asked
  const id = goal ? goal.code.toLowerCase() : 'bez-merka'
  const name = goal ? `${goal.code} ${local(goal.title)}` : text('indicators.list.noGoal')
  return (
    <section aria-labelledby={id} className="of-goal">
      <h2 id={id}>
        {goal ? <span className="nr">{goal.code} </span> : null}
        {goal ? local(goal.title) : name}
      </h2>
      <VerdictBar counts={counts} address={address} chosen={chosen} goal={goal?.code} of={name} />
      {goal ? (
        <p>
          <a href={path(`${home}${goal.address}`)}>{text('indicators.list.goalPage', { goal: goal.code })}</a>
        </p>
      ) : null}
      <details className="fold" open={isOpen}>
        <summary>
          {found === counts.total
            ? text('indicators.list.results', { count: found })
            : text('indicators.list.resultsOf', { count: found, all: String(counts.total) })}
          <span className="visually-hidden"> – {name}</span>
        </summary>
        <ResultTable
          rows={rows}
          caption={text('indicators.list.caption', { name: goal?.code ?? name })}
          sorting={defineSorting(RESULT_ORDERS, { anchor: `${id}-tabula` })}
          name={goal?.code ?? name}
          {...asked}
        />
        {rows.length < found && goal ? (
          <p className="more">
            <a href={listAddress(address, { period: chosen, goal: goal.code })}>
              {text('indicators.list.allOfGoal', { count: found, goal: goal.code })}
            </a>
          </p>
        ) : null}
      </details>
    </section>
  )
}
