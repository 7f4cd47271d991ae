import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { Confidential } from '#platform/ui/confidential.tsx'
import { type Column, Table } from '#platform/ui/table.tsx'
import { itemAnchor } from '../anchors.ts'
import { MEAN_KINDS, type Means, meansOfItems, meansOfScopes } from '../means.ts'
import type { PrintedPercent, SurveyTable } from '../model.ts'
import { formatPercent } from '../words/figures.ts'
import { FlagLinks } from './flags.tsx'
import { GoalLink } from './goal-link.tsx'
import type { Flags } from './numbered-findings.ts'

type Props = { table: SurveyTable; flags: Flags; slug: string }

type Row = {
  key: string
  id?: string
  name: ReactNode
  means: Means | null
  printed: PrintedPercent | null
  isCovered: boolean
}

/** The mean over the groups of each item, and of the items of each goal, in every way of weighting. */
export function ItemMeanTable({ table, flags, slug }: Props) {
  const speech = useSpeech()
  const { text, local, number } = speech
  const hasPrinted = table.items.some(
    ({ printedMean, isMeanCovered }) => printedMean !== null || isMeanCovered,
  )
  const say = (percent: number | undefined) =>
    percent === undefined ? text('surveys.means.none') : formatPercent({ percent, decimals: 1 }, speech)
  const ofItems = new Map(meansOfItems(table).map(({ item, means }) => [item, means]))
  const itemRows = table.items.map((item) => {
    const anchor = itemAnchor(item.code)
    const name = (
      <>
        {local(item.title)} <FlagLinks flags={flags} anchor={anchor} />
      </>
    )
    return {
      id: anchor,
      key: item.code,
      name,
      means: ofItems.get(item.code) ?? null,
      printed: item.printedMean,
      isCovered: item.isMeanCovered ?? false,
    }
  })
  const scopeRows = meansOfScopes(table).map(({ scope, means }) => ({
    key: scope,
    name: scope === 'all' ? text('surveys.scope.all') : <GoalLink goal={scope} slug={slug} />,
    means,
    printed: null,
    isCovered: false,
  }))
  return (
    <Table
      caption={
        <>
          {text('surveys.means.items.caption')} <GroupsWithoutSize table={table} />
        </>
      }
      columns={[
        { heading: text('surveys.item'), cell: ({ name }) => name },
        hasPrinted && {
          heading: text('surveys.means.printed'),
          className: 'n',
          cell: ({ printed, isCovered }) =>
            isCovered ? (
              <Confidential />
            ) : printed ? (
              formatPercent(printed, speech)
            ) : (
              text('surveys.means.notPrinted')
            ),
        },
        ...MEAN_KINDS.map(
          ({ kind, name }): Column<Row> => ({
            heading: local(name),
            className: 'n',
            cell: ({ means }) =>
              kind === 'byPopulation' ? (
                <>
                  {say(means?.byPopulation?.percent)}
                  <GroupsLeft means={means} />
                </>
              ) : (
                say(means?.[kind])
              ),
          }),
        ),
        {
          heading: text('surveys.means.groupCount'),
          className: 'n',
          cell: ({ means }) => number(means?.groups.length ?? 0),
        },
      ]}
      groups={[
        { key: 'items', rows: itemRows },
        { key: 'scopes', rows: scopeRows },
      ]}
      rowKey={({ key }) => key}
      rowId={({ id }) => id}
    />
  )
}

function GroupsWithoutSize({ table }: { table: SurveyTable }) {
  const { text, local, say } = useSpeech()
  const without = table.groups.filter(({ population }) => population.kind === 'unknown')
  if (without.length === 0) return null
  const names = without.map(({ label }) => local(label))
  return text('surveys.means.withoutSize', { groups: say.list(names) })
}

/** Over how many of the groups a mean by group size goes, when the size of some is not known. */
function GroupsLeft({ means }: { means: Means | null }) {
  const { text } = useSpeech()
  const without = means?.byPopulation?.withoutGroups.length ?? 0
  if (!means || without === 0) return null
  const total = means.groups.length
  return (
    <>
      {' '}
      <span className="under">{text('surveys.means.ofGroups', { count: total - without, total })}</span>
    </>
  )
}
