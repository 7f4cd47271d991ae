import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { WORK_STATES } from '../works.ts'
import type { WorksResult, WorkTotal } from '../works-result.ts'

const EUROS = { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' } as const

/** Works by how far they are, counted in institutions. */
export function WorksTable({ result, caption }: { result: WorksResult; caption: string }) {
  const { text, local, number } = useSpeech()
  const { totals, answered, asked, cost } = result
  return (
    <>
      <p>
        <strong>{text('collection.campaigns.answered', { count: answered, asked })}</strong>{' '}
        {text('collection.campaigns.costs', { cost: number(cost, EUROS) })}
      </p>
      <Table
        caption={caption}
        rows={totals}
        rowKey={({ work }: WorkTotal) => work.key}
        columns={[
          { heading: text('collection.campaigns.column.work'), cell: ({ work }) => local(work.name) },
          ...WORK_STATES.map((state) => ({
            heading: text(`collection.campaigns.state.${state}`),
            className: 'n',
            cell: ({ states }: WorkTotal) => number(states[state]),
          })),
          {
            heading: text('collection.campaigns.unsaid'),
            className: 'n',
            cell: ({ unsaid }) => number(unsaid),
          },
          {
            heading: text('collection.campaigns.cost'),
            className: 'n',
            cell: ({ cost: own, costed }) =>
              costed === 0
                ? '–'
                : text('collection.campaigns.costOf', { cost: number(own, EUROS), count: costed }),
          },
        ]}
      />
      <p className="hint">{text('collection.campaigns.notNeeded')}</p>
    </>
  )
}
