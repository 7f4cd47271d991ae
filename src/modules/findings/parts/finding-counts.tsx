import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { type Column, Table } from '#platform/ui/table.tsx'
import type { FamilyWords } from '../family.ts'
import { countBySeverity } from '../gather.ts'
import { type RuleCount, SEVERITIES } from '../model.ts'
import { RULE_SORTING } from '../rule-sorting.ts'

type Props = {
  families: readonly FamilyWords[]
  counts: readonly RuleCount[]
  /** Where the findings of a rule are listed, beside whatever else is asked. */
  addressOf: (code: string) => string
  /** Codes of rules that are asked for. */
  chosen: readonly string[]
}

type Row = { code: string; title: string; name: ReactNode; counts: ReturnType<typeof countBySeverity> }

/** How many findings of each weight every rule made, each rule leading to its findings. */
export function FindingCounts({ families, counts, addressOf, chosen }: Props) {
  const { text, local } = useSpeech()
  const groups = families.map((family) => ({
    key: family.name,
    total: {
      code: family.name,
      title: text(family.title),
      name: text(family.title),
      counts: countBySeverity(counts.filter((one) => one.family === family.name)),
    },
    rows: family.rules
      .map(({ code, title }) => ({
        code,
        title: local(title),
        name: (
          <a href={addressOf(code)} aria-current={chosen.includes(code) ? 'true' : undefined}>
            {local(title)}
          </a>
        ),
        counts: countBySeverity(counts.filter((one) => one.family === family.name && one.code === code)),
      }))
      .filter((row) => row.counts.total > 0),
  }))
  return (
    <Table
      caption={text('findings.byRule.caption')}
      sorting={RULE_SORTING}
      columns={[
        {
          heading: text('findings.rule'),
          cell: ({ name }) => name,
          sort: { key: 'rule', value: ({ title }) => title },
        },
        ...SEVERITIES.map(
          (severity): Column<Row> => ({
            heading: text(`findings.severity.${severity}.many`),
            className: 'n',
            cellClass: ({ counts: all }) => (all[severity] === 0 ? 'quiet' : undefined),
            cell: ({ counts: all }) => all[severity],
            sort: { key: severity, value: ({ counts: all }) => all[severity], first: 'down' },
          }),
        ),
      ]}
      groups={groups.filter(({ rows }) => rows.length > 0)}
      rowKey={({ code }) => code}
    />
  )
}
