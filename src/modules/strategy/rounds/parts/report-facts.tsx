import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { StatusChip } from '../../parts/status-chip.tsx'
import type { RoundReport } from '../round.ts'

/** What was reported about an action. */
export function RoundReportFacts({ report }: { report: RoundReport }) {
  const { text, say } = useSpeech()
  const { status, sentence, evidenceTitle, evidenceUrl, milestone, milestoneOn } = report
  return (
    <dl className="terms">
      <Fact name={text('strategy.status')}>
        <StatusChip status={status} />
      </Fact>
      <Fact name={text('strategy.round.report.sentence')}>{sentence}</Fact>
      <Fact name={text('strategy.evidence')}>
        {evidenceUrl ? (
          <a href={evidenceUrl} rel="noreferrer nofollow">
            {evidenceTitle ?? evidenceUrl}
          </a>
        ) : (
          (evidenceTitle ?? text('strategy.round.report.none'))
        )}
      </Fact>
      <Fact name={text('strategy.round.report.milestone')}>
        {milestone
          ? `${milestone}${milestoneOn ? ` – ${say.day(milestoneOn)}` : ''}`
          : text('strategy.round.report.none')}
      </Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
