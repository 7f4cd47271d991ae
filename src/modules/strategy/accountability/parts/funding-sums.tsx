import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { type Action, actionsOf, type Goal, isStanding } from '../../model.ts'
import type { FundingLine } from '../model.ts'
import { type FundingSum, sumByFund, sumFunding } from '../sums.ts'
import { SumCell } from './sum-cell.tsx'

type Row = { key: string; name: string; actions: number; planned: FundingSum; spent: FundingSum }

/** Planned and spent funding by goals and directions, and by who pays, with how many actions have no sum. */
export function FundingSums({ goals, funding }: { goals: readonly Goal[]; funding: readonly FundingLine[] }) {
  const { text, local } = useSpeech()
  if (funding.length === 0) return <p>{text('strategy.funding.sums.none')}</p>
  const rowOf = (key: string, name: string, codes: readonly string[]): Row => ({
    key,
    name,
    actions: codes.length,
    planned: sumFunding(codes, funding, 'planned'),
    spent: sumFunding(codes, funding, 'spent'),
  })
  const funded = new Set(funding.map(({ action }) => action))
  // What was spent on an action that has ended since was spent all the same; that it has no sum is no longer missing.
  const codesOf = (actions: readonly Action[]) =>
    actions.filter((one) => isStanding(one) || funded.has(one.code)).map(({ code }) => code)
  const all = codesOf(actionsOf({ goals }))
  const spentOf = new Map(sumByFund(all, funding, 'spent').map(({ fund, sum }) => [fund, sum]))
  const byFund = sumByFund(all, funding, 'planned').flatMap(({ fund, sum: planned }): Row[] => {
    const spent = spentOf.get(fund)
    if (!spent) return []
    return [{ key: fund, name: text(`strategy.fund.${fund}`), actions: planned.actions, planned, spent }]
  })
  return (
    <Table
      caption={text('strategy.funding.sums.caption')}
      groups={[
        {
          key: 'plan',
          rows: [rowOf('plan', text('strategy.funding.sums.plan'), all)],
        },
        {
          key: 'goals',
          lead: text('strategy.funding.sums.byGoal'),
          rows: goals.flatMap((goal) => [
            rowOf(goal.code, `${goal.code} ${local(goal.title)}`, codesOf(actionsOf({ goals: [goal] }))),
            ...goal.directions.map(({ code, title, actions }) =>
              rowOf(`${goal.code} ${code}`, `${code} ${local(title)}`, codesOf(actions)),
            ),
          ]),
        },
        { key: 'funds', lead: text('strategy.funding.sums.byFund'), rows: byFund },
      ]}
      rowKey={({ key }) => key}
      columns={[
        {
          heading: text('strategy.funding.sums.part'),
          cell: ({ name, actions }) => (
            <>
              {name}
              <small className="note">{text('strategy.funding.sums.actions', { count: actions })}</small>
            </>
          ),
        },
        { heading: text('strategy.funding.planned'), cell: ({ planned }) => <SumCell of={planned} /> },
        { heading: text('strategy.funding.spent'), cell: ({ spent }) => <SumCell of={spent} /> },
      ]}
    />
  )
}
