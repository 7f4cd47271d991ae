import { useSpeech } from '#platform/i18n.tsx'
import { Confidential } from '#platform/ui/confidential.tsx'
import { type Column, Table } from '#platform/ui/table.tsx'
import { type GroupMean, meansOfGroups } from '../means.ts'
import type { SurveyGroup, SurveyTable } from '../model.ts'
import { formatPercent } from '../words/figures.ts'

/** The mean of each group over the items of each scope, as printed and as the table's shares give it. */
export function GroupMeanTable({ table }: { table: SurveyTable }) {
  const { text, local } = useSpeech()
  const means = meansOfGroups(table)
  const scopes = [...new Set(means.map(({ scope }) => scope))]
  return (
    <Table
      className={scopes.length > 2 ? undefined : 'fit'}
      caption={text('surveys.means.groups.caption')}
      columns={[
        { heading: text('surveys.group'), cell: ({ label }) => local(label) },
        ...scopes.map(
          (scope): Column<SurveyGroup> => ({
            heading: scope === 'all' ? text('surveys.scope.all') : text('surveys.goal', { goal: scope }),
            className: 'n',
            cell: ({ code }) => {
              const isThis = (one: { group: string; scope: string }) =>
                one.group === code && one.scope === scope
              return <Mean mean={means.find(isThis)} printed={table.printedMeans.find(isThis)} />
            },
          }),
        ),
      ]}
      rows={table.groups}
      rowKey={({ code }) => code}
    />
  )
}

type MeanProps = {
  mean: GroupMean | undefined
  printed: SurveyTable['printedMeans'][number] | undefined
}

function Mean({ mean, printed }: MeanProps) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <>
      {mean ? formatPercent({ percent: mean.percent, decimals: 1 }, speech) : text('surveys.means.none')}{' '}
      <span className="under">
        {printed?.isCovered ? (
          <>
            ({text('surveys.means.printed')} <Confidential />)
          </>
        ) : null}
        {printed && printed.percent !== null
          ? text('surveys.means.asPrinted', {
              percent: formatPercent({ percent: printed.percent, decimals: printed.decimals }, speech),
            })
          : null}
        {printed ? null : text('surveys.means.notPrinted')}
      </span>
      {mean && mean.withoutItems.length > 0 ? (
        <span className="under">
          {text('surveys.means.withoutItems', { count: mean.withoutItems.length })}
        </span>
      ) : null}
    </>
  )
}
