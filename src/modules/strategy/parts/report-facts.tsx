import { useSpeech } from '#platform/i18n.tsx'
import type { StatusReport } from '../model.ts'
import { OrUnknown } from './or-unknown.tsx'
import { StatusChip } from './status-chip.tsx'
import { StatusComment } from './status-comment.tsx'
import { VoiceList } from './voice-list.tsx'

type Props = {
  report: StatusReport | undefined
  /** How many things below show it. */
  shownBy?: number
}

/** What was last said about an action: how far it has come, what that means, who said so and why. */
export function ReportFacts({ report, shownBy = 0 }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  return (
    <>
      <p>
        <StatusChip status={report?.status} />{' '}
        {text(`strategy.status.${report?.status ?? 'unreported'}.meaning`)}
      </p>
      {report ? (
        <dl className="facts">
          <div>
            <dt>{text('strategy.comment')}</dt>
            <dd>
              <StatusComment report={report} />
            </dd>
          </div>
          <div>
            <dt>{text('strategy.asOf')}</dt>
            <dd>{speech.say.period(report.asOf)}</dd>
          </div>
          <div>
            <dt>{text('strategy.decidedBy')}</dt>
            <dd>
              <OrUnknown>{report.decidedBy && local(report.decidedBy)}</OrUnknown>
              {report.decidedOn ? (
                <span className="note">
                  {text('strategy.decidedAt')}{' '}
                  <time dateTime={report.decidedOn}>{speech.date(report.decidedOn)}</time>
                </span>
              ) : null}
            </dd>
          </div>
          {report.voices.length > 0 ? (
            <div>
              <dt>{text('strategy.voices')}</dt>
              <dd>
                <VoiceList voices={report.voices} />
              </dd>
            </div>
          ) : null}
          <div>
            <dt>{text('strategy.evidence')}</dt>
            <dd>
              {report.evidence || shownBy === 0 ? (
                <OrUnknown form="plural">{report.evidence && local(report.evidence)}</OrUnknown>
              ) : null}
              {shownBy > 0 ? (
                <span className={report.evidence ? 'note' : undefined}>
                  <a href="#pieradijumi">{text('strategy.evidence.shownBelow', { count: shownBy })}</a>
                </span>
              ) : null}
            </dd>
          </div>
        </dl>
      ) : null}
    </>
  )
}
