import { useSpeech } from '#platform/i18n.tsx'
import { resultAnchor } from '../anchors.ts'
import { type Cell, cellFinder, itemsByGoal } from '../cell.ts'
import type { SurveyGroup, SurveyItem, SurveyTable } from '../model.ts'
import { formatInterval, formatPercent } from '../words/figures.ts'
import { FlagLinks } from './flags.tsx'
import { GoalLink } from './goal-link.tsx'
import { MethodMark } from './method-mark.tsx'
import type { Flags } from './numbered-findings.ts'

type Props = { table: SurveyTable; flags: Flags; slug: string }

/** Every figure of a survey with its interval: items down, groups across; on a phone a card for each item. */
export function ResultTable({ table, flags, slug }: Props) {
  const { text, local, number } = useSpeech()
  const { groups } = table
  const find = cellFinder(table)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={text('surveys.results')} tabIndex={0}>
      <table className="cards results">
        <caption>{text('surveys.results.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('surveys.item')}</th>
            {groups.map((group) => (
              <th key={group.code} scope="col" className="n">
                {local(group.label)}
                <span className="note">
                  {text('surveys.respondentCount', { number: number(group.respondents) })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {itemsByGoal(table).map(([goal, items]) => (
          <tbody key={goal ?? ''}>
            {goal === null ? null : (
              <tr className="group">
                <th scope="rowgroup" colSpan={groups.length + 1}>
                  <GoalLink goal={goal} slug={slug} />
                </th>
              </tr>
            )}
            {items.map((item) => (
              <tr key={item.code}>
                <th scope="row">{local(item.title)}</th>
                {groups.map((group) => (
                  <ResultCell
                    key={group.code}
                    group={group}
                    item={item}
                    cell={find(group, item)}
                    flags={flags}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

type CellProps = { group: SurveyGroup; item: SurveyItem; cell: Cell; flags: Flags }

function ResultCell({ group, item, cell, flags }: CellProps) {
  const speech = useSpeech()
  const { text, local, number } = speech
  const anchor = resultAnchor(group.code, item.code)
  const size = text('surveys.respondentCount', { number: number(group.respondents) })
  const label = `${local(group.label)} (${size})`
  return (
    <td id={anchor} className="n" data-label={label}>
      {cell.missing === null ? (
        <>
          <strong>
            {formatPercent({ percent: cell.estimate.share * 100, decimals: cell.result.decimals }, speech)}
          </strong>{' '}
          <span className="under">
            ({formatInterval(cell.estimate, cell.result.decimals, speech)})
            <MethodMark method={cell.estimate.method} />
          </span>{' '}
          <FlagLinks flags={flags} anchor={anchor} isShort />
        </>
      ) : (
        <span className="quiet">{text(`indicators.missing.${cell.missing}`)}</span>
      )}
    </td>
  )
}
