import { useSpeech } from '#platform/i18n.tsx'
import { OverdueChip } from '../../parts/overdue-mark.tsx'
import { StatusChip } from '../../parts/status-chip.tsx'
import type { RoundLine } from '../read-round.server.ts'
import { decisionNow } from '../standing.ts'

/** What whoever reports has to know of an action: what was promised, by when, what was said last, and why it came back. */
export function ActionAsked({ line }: { line: RoundLine }) {
  const { text, local, say } = useSpeech()
  const { deliverable, dueOn, published } = line
  const decision = decisionNow(line)
  return (
    <>
      {decision?.kind === 'returned' ? (
        <p className="notice">{text('strategy.round.returned', { remark: decision.remark ?? '' })}</p>
      ) : null}
      <p>
        {deliverable ? <>{local(deliverable)} </> : null}
        {dueOn ? (
          <span className="quiet">{text('strategy.round.dueOfAction', { day: say.day(dueOn) })}</span>
        ) : null}{' '}
        {line.isOverdue ? <OverdueChip /> : null}
      </p>
      {published ? (
        <p className="quiet">
          {text('strategy.round.before', { period: say.period(published.asOf) })}{' '}
          <StatusChip status={published.status} /> {published.comment ? local(published.comment) : null}
        </p>
      ) : null}
    </>
  )
}
