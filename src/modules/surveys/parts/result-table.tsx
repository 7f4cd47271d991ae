import { useSpeech } from '#platform/i18n.tsx'
import { Confidential, ConfidentialNote } from '#platform/ui/confidential.tsx'
import { type Column, Table } from '#platform/ui/table.tsx'
import { resultAnchor } from '../anchors.ts'
import { type Cell, cellFinder, itemsByGoal } from '../cell.ts'
import { hasCovered } from '../has-covered.ts'
import type { SurveyGroup, SurveyItem, SurveyTable } from '../model.ts'
import { formatInterval, formatPercent, sayRespondents } from '../words/figures.ts'
import { FlagLinks } from './flags.tsx'
import { GoalLink } from './goal-link.tsx'
import type { Flags } from './numbered-findings.ts'

type Props = {
  table: SurveyTable
  groups: readonly SurveyGroup[]
  caption: string
  flags: Flags
  slug: string
}

/** The figures of some groups with their intervals: items down, groups across; on a phone a card for each item. */
export function ResultTable({ table, groups, caption, flags, slug }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  const find = cellFinder(table)
  const groupColumn = (group: SurveyGroup): Column<SurveyItem> => {
    const name = local(group.label)
    const size = text('surveys.respondentCount', { number: sayRespondents(group, speech) })
    const anchorOf = (item: SurveyItem) => resultAnchor(group.code, item.code)
    return {
      heading: (
        <>
          {name}
          <span className="note">{size}</span>
        </>
      ),
      label: name,
      className: 'n',
      cellId: anchorOf,
      cell: (item) => <Result cell={find(group, item)} anchor={anchorOf(item)} flags={flags} />,
    }
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={caption} tabIndex={0}>
      <Table
        className="results"
        caption={caption}
        columns={[
          { heading: text('surveys.item'), cell: ({ title }) => local(title) },
          ...groups.map(groupColumn),
        ]}
        groups={itemsByGoal(table).map(([goal, items]) => ({
          key: goal ?? '',
          lead: goal === null ? null : <GoalLink goal={goal} slug={slug} />,
          rows: items,
        }))}
        rowKey={({ code }) => code}
      />
      {hasCovered(table) ? <ConfidentialNote isPrinted={true} /> : null}
    </section>
  )
}

function Result({ cell, anchor, flags }: { cell: Cell; anchor: string; flags: Flags }) {
  const speech = useSpeech()
  if (cell.result?.isCovered)
    return (
      <>
        <Confidential /> <FlagLinks flags={flags} anchor={anchor} />
      </>
    )
  if (cell.missing !== null)
    return <span className="quiet">{speech.text(`indicators.missing.${cell.missing}`)}</span>
  const { estimate, result } = cell
  return (
    <>
      <strong>{formatPercent({ percent: estimate.share * 100, decimals: result.decimals }, speech)}</strong>{' '}
      <span className="under">({formatInterval(estimate, result.decimals, speech)})</span>{' '}
      <FlagLinks flags={flags} anchor={anchor} />
    </>
  )
}
