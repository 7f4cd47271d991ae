import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { OverdueChip } from '../../parts/overdue-mark.tsx'
import { StatusChip } from '../../parts/status-chip.tsx'
import { roundActionAddress } from '../addresses.ts'
import type { RoundLine } from '../read-round.server.ts'
import type { Round } from '../round.ts'
import { StandingChip } from './standing-chip.tsx'

type Props = {
  slug: string
  round: Round
  lines: readonly RoundLine[]
  /** How many there are on all pages. */
  count: number
  names: Readonly<Record<string, string>>
}

/** The actions of a round, where each stands and what was reported. */
export function RoundLines({ slug, round, lines, count, names }: Props) {
  const { text, path, local, instant } = useSpeech()
  const nameOf = (id: string | null) => (id === null ? null : (names[id] ?? id))
  return (
    <Table
      caption={text('strategy.round.lines.caption', { count })}
      rows={lines}
      rowKey={({ action }) => action}
      columns={[
        {
          heading: text('strategy.action'),
          cell: ({ action, title, isOverdue }) => (
            <>
              <a href={path(roundActionAddress(slug, round.key, action))}>
                {action} {local(title)}
              </a>{' '}
              {isOverdue ? <OverdueChip /> : null}
            </>
          ),
        },
        {
          heading: text('strategy.round.standing'),
          cell: ({ standing }) => <StandingChip standing={standing} />,
        },
        {
          heading: text('strategy.round.whom'),
          cell: ({ accountId, deputyId }) => (
            <>
              {nameOf(accountId) ?? text('strategy.round.nobody')}
              {deputyId ? (
                <span className="note">
                  {text('strategy.round.deputy', { name: nameOf(deputyId) ?? '' })}
                </span>
              ) : null}
            </>
          ),
        },
        {
          heading: text('strategy.round.reported'),
          cell: ({ reports }) => {
            const report = reports.at(-1)
            if (!report) return <span className="quiet">{text('strategy.round.notReported')}</span>
            return (
              <>
                <StatusChip status={report.status} /> {report.sentence}
                <span className="note">
                  {nameOf(report.author)} · {instant(report.at)}
                </span>
              </>
            )
          },
        },
      ]}
    />
  )
}
