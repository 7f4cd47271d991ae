import { COVERED } from '#platform/covered.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { type Cell, cellFinder } from '../cell.ts'
import { partGroups } from '../large-groups.ts'
import type { SurveyGroup, SurveyItem, SurveyTable } from '../model.ts'
import { GROUP_SORTING } from '../survey-asked.ts'
import { formatEstimate, formatPercent } from '../words/figures.ts'

type Props = { table: SurveyTable; group: SurveyGroup }

/** One group beside all others in which enough answered: its share, and between which shares theirs lie. */
export function OneGroupTable({ table, group }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  const find = cellFinder(table)
  const others = partGroups(table).large.filter(({ code }) => code !== group.code)
  const shareOf = (item: SurveyItem) => find(group, item).estimate?.share
  return (
    <Table
      className="fit"
      isNarrow
      sorting={GROUP_SORTING}
      caption={text('surveys.oneGroup.caption', { group: local(group.label) })}
      columns={[
        {
          heading: text('surveys.item'),
          cell: ({ title }) => local(title),
          sort: { key: 'item', value: ({ title }) => local(title) },
        },
        {
          heading: text('surveys.oneGroup.this'),
          className: 'n',
          cell: (item) => <Share cell={find(group, item)} />,
          sort: { key: 'share', value: shareOf, first: 'down' },
        },
        {
          heading: text('surveys.oneGroup.others'),
          className: 'n',
          cell: (item) => <Range cells={others.map((other) => find(other, item))} />,
        },
      ]}
      rows={table.items}
      rowKey={({ code }) => code}
    />
  )
}

function Share({ cell }: { cell: Cell }) {
  const speech = useSpeech()
  if (cell.result?.isCovered) return COVERED
  if (!cell.estimate)
    return <span className="quiet">{speech.text(`indicators.missing.${cell.missing}`)}</span>
  return formatEstimate(cell.estimate, cell.result.decimals, speech)
}

/** From the lowest to the highest share that is shown; that there is none where none is. */
function Range({ cells }: { cells: readonly Cell[] }) {
  const speech = useSpeech()
  const shown = cells.flatMap(({ estimate, result }) => (estimate && result ? [{ estimate, result }] : []))
  const shares = shown.map(({ estimate }) => estimate.share)
  if (shares.length === 0) return <span className="quiet">{speech.text('surveys.oneGroup.nobody')}</span>
  const decimals = Math.max(...shown.map(({ result }) => result.decimals))
  const [low, high] = [Math.min(...shares), Math.max(...shares)]
  const highest = formatPercent({ percent: high * 100, decimals }, speech)
  return low === high ? highest : `${speech.say.fixed(low * 100, decimals)}–${highest}`
}
