import { Fragment, type ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { BarLegend, StackedBar } from '#platform/ui/stacked-bar.tsx'
import { STATUSES } from '../list.ts'
import type { VerdictCounts } from '../roll-up.ts'
import { REASONS } from '../verdict.ts'
import { CertaintyCounts } from './certainty-counts.tsx'

type Props = { counts: VerdictCounts; address: string; chosen: string | null; children?: ReactNode }

/** Verdicts counted: a bar with its legend, and beside it why some series cannot be judged. */
export function VerdictSummary({ counts, address, chosen, children }: Props) {
  const { text } = useSpeech()
  const parts = STATUSES.filter((status) => counts[status] > 0).map((status) => ({
    key: status,
    label: text(`indicators.verdict.${status}`),
    count: counts[status],
  }))
  const said = parts.map((part) => `${part.label} ${part.count}`).join(', ')
  const reasons = REASONS.filter((reason) => counts.reasons[reason] > 0)
  return (
    <div className="lede">
      <div>
        {children}
        <CertaintyCounts counts={counts} address={address} chosen={chosen} />
        {reasons.length > 0 ? (
          <p>
            {text('indicators.summary.reasons')}{' '}
            {reasons.map((reason, index) => (
              <Fragment key={reason}>
                {index > 0 ? ', ' : ''}
                <a
                  href={`${address}?${chosen === null ? '' : `period=${chosen}&`}verdict=notEvaluable&reason=${reason}`}
                >
                  {text(`indicators.reason.${reason}`)}
                </a>{' '}
                ({counts.reasons[reason]})
              </Fragment>
            ))}
            .
          </p>
        ) : null}
      </div>
      <figure>
        <StackedBar parts={parts} label={text('indicators.summary.bar', { parts: said })} isLarge />
        <BarLegend parts={parts} />
      </figure>
    </div>
  )
}
