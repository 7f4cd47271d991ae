import { listAddress, REASONS, type VerdictCounts } from '#modules/indicators'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'

type Props = { counts: VerdictCounts; slug: string; chosen: string | null }

/** Why series cannot be judged, the most frequent reason first, each leading to its series. */
export function ReasonList({ counts, slug, chosen }: Props) {
  const { text, path } = useSpeech()
  const reasons = REASONS.filter((reason) => counts.reasons[reason] > 0).sort(
    (a, b) => counts.reasons[b] - counts.reasons[a],
  )
  return (
    <Table
      caption={text('portal.reasons.caption', { count: counts.notEvaluable })}
      columns={[
        {
          heading: text('portal.reasons.reason'),
          cell: (reason) => (
            <a
              href={path(
                listAddress(`/${slug}/raditaji`, { period: chosen, verdicts: ['notEvaluable'], reason }),
              )}
            >
              {text(`indicators.reason.${reason}`)}
            </a>
          ),
        },
        {
          heading: text('portal.reasons.count'),
          className: 'n',
          cell: (reason) => counts.reasons[reason],
        },
        {
          heading: text('portal.reasons.meaning'),
          label: null,
          cell: (reason) => text(`indicators.reason.${reason}.explanation`),
        },
      ]}
      rows={reasons}
      rowKey={(reason) => reason}
    />
  )
}
