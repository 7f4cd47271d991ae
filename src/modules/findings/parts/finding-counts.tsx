import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { type Column, Table } from '#platform/ui/table.tsx'
import type { FamilyWords } from '../family.ts'
import { countBySeverity } from '../gather.ts'
import { type RuleCount, SEVERITIES } from '../model.ts'

type Props = {
  families: readonly FamilyWords[]
  counts: readonly RuleCount[]
  /** The page of findings: those of a rule may stand on another than the first. */
  address: string
}

type Row = { code: string; name: ReactNode; counts: ReturnType<typeof countBySeverity> }

/** How many findings of each weight every rule made, each rule leading to its findings. */
export function FindingCounts({ families, counts, address }: Props) {
  const { text, local } = useSpeech()
  const groups = families.map((family) => ({
    key: family.name,
    total: {
      code: family.name,
      name: text(family.title),
      counts: countBySeverity(counts.filter((one) => one.family === family.name)),
    },
    rows: family.rules
      .map(({ code, title }) => ({
        code,
        name: <a href={`${address}?family=${family.name}&code=${code}`}>{local(title)}</a>,
        counts: countBySeverity(counts.filter((one) => one.family === family.name && one.code === code)),
      }))
      .filter((row) => row.counts.total > 0),
  }))
  return (
    <details className="fold">
      <summary>{text('findings.byRule')}</summary>
      <Table
        caption={text('findings.byRule.caption')}
        columns={[
          { heading: text('findings.rule'), cell: ({ name }) => name },
          ...SEVERITIES.map(
            (severity): Column<Row> => ({
              heading: text(`findings.severity.${severity}.many`),
              className: 'n',
              cellClass: ({ counts }) => (counts[severity] === 0 ? 'quiet' : undefined),
              cell: ({ counts }) => counts[severity],
            }),
          ),
        ]}
        groups={groups}
        rowKey={({ code }) => code}
        isNarrow
      />
    </details>
  )
}
