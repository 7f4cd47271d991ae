import { useSpeech } from '#platform/i18n.tsx'
import { VoiceList } from '../../parts/voice-list.tsx'
import type { AskedAction } from '../round.ts'
import { RoundReportFacts } from './report-facts.tsx'

type Props = { asked: Pick<AskedAction, 'reports' | 'decisions'>; names: Readonly<Record<string, string>> }

/** Every step taken with an action in a round, the newest first: who reported what and by which way, who decided. */
export function RoundSteps({ asked, names }: Props) {
  const { text, instant } = useSpeech()
  const nameOf = (id: string) => names[id] ?? id
  const steps = [
    ...asked.reports.map((report) => ({ at: report.at, report, decision: null })),
    ...asked.decisions.map((decision) => ({ at: decision.at, report: null, decision })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  return (
    <ol className="list" reversed>
      {steps.map(({ at, report, decision }) => (
        <li key={report ? `r${report.version}` : `d${decision?.number}`}>
          {report ? (
            <>
              <p>
                <strong>{nameOf(report.author)}</strong> · {text(`strategy.round.way.${report.way}`)}
                {report.handedBy
                  ? ` (${text('strategy.round.handedBy', { name: nameOf(report.handedBy) })})`
                  : ''}{' '}
                · {instant(at)}
              </p>
              <RoundReportFacts report={report} />
            </>
          ) : null}
          {decision ? (
            <>
              <p>
                <strong>{nameOf(decision.decidedBy)}</strong> ·{' '}
                {text(`strategy.round.standing.${decision.kind}`)} · {instant(at)}
              </p>
              {decision.remark ? <blockquote>{decision.remark}</blockquote> : null}
              {decision.voices.length > 0 ? (
                <>
                  <p>
                    {text('strategy.round.present', { group: decision.group ?? '', count: decision.present })}
                  </p>
                  <VoiceList voices={decision.voices} />
                </>
              ) : null}
            </>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
