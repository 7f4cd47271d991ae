import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { FundingLine } from '../model.ts'
import { sumFunding } from '../sums.ts'
import { Euros, SumCell } from './sum-cell.tsx'

/** Money of one action by where it comes from. */
export function FundingTable({ funding, action }: { funding: readonly FundingLine[]; action: string }) {
  const { text, local } = useSpeech()
  const isNone = ({ fund }: FundingLine) => fund === 'none'
  const total = (kind: 'planned' | 'spent') => sumFunding([action], funding, kind)
  const rows = [...funding.map((line) => ({ key: line.code, line })), { key: 'total', line: null }]
  return (
    <Table
      caption={text('strategy.funding.caption')}
      rows={funding.length > 1 ? rows : rows.slice(0, -1)}
      rowKey={({ key }) => key}
      columns={[
        {
          heading: text('strategy.funding.what'),
          cell: ({ line }) =>
            line === null ? (
              <strong>{text('strategy.funding.total')}</strong>
            ) : (
              <>
                {text(`strategy.fund.${line.fund}`)}
                {line.title ? <small className="note">{local(line.title)}</small> : null}
              </>
            ),
        },
        {
          heading: text('strategy.funding.year'),
          cell: ({ line }) => (line === null ? '' : (line.year ?? text('strategy.funding.whole'))),
        },
        ...(['planned', 'spent'] as const).map((kind) => ({
          heading: text(`strategy.funding.${kind}`),
          cell: ({ line }: { line: FundingLine | null }) =>
            line === null ? (
              <SumCell of={total(kind)} />
            ) : isNone(line) ? (
              <span className="quiet">–</span>
            ) : (
              <Euros sum={line[kind]} />
            ),
        })),
      ]}
    />
  )
}
