import { Fragment, type ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { listAddress } from '../list-address.ts'
import type { VerdictCounts } from '../roll-up.ts'
import { REASONS } from '../verdict.ts'
import { CertaintyCounts } from './certainty-counts.tsx'
import { VerdictBar } from './verdict-counts.tsx'

type Props = {
  counts: VerdictCounts
  /** The list of indicators. */
  address: string
  chosen: string | null
  goal?: string | undefined
  children?: ReactNode
}

/** Verdicts counted: a bar with its legend, and beside it why some series cannot be judged. */
export function VerdictSummary({ counts, address, chosen, goal, children }: Props) {
  const { text } = useSpeech()
  const reasons = REASONS.filter((reason) => counts.reasons[reason] > 0)
  return (
    <div className="lede">
      <div>
        {children}
        <CertaintyCounts counts={counts} address={address} chosen={chosen} goal={goal} />
        {reasons.length > 0 ? (
          <p>
            {text('indicators.summary.reasons')}{' '}
            {reasons.map((reason, index) => (
              <Fragment key={reason}>
                {index > 0 ? ', ' : ''}
                <a href={listAddress(address, { period: chosen, goal, verdicts: ['notEvaluable'], reason })}>
                  {text(`indicators.reason.${reason}`)}
                </a>{' '}
                ({counts.reasons[reason]})
              </Fragment>
            ))}
            .
          </p>
        ) : null}
      </div>
      <VerdictBar counts={counts} address={address} chosen={chosen} goal={goal} isLarge />
    </div>
  )
}
