import type { FormAnswer } from '#platform/forms/form.ts'
import { useSpeech } from '#platform/i18n.tsx'
import type { RoundLine } from '../read-round.server.ts'
import type { Round } from '../round.ts'
import { isWithReporter } from '../standing.ts'
import { ActionAsked } from './action-asked.tsx'
import { ReportForm } from './report-form.tsx'
import { StandingChip } from './standing-chip.tsx'

/** More than so many are folded away below the one whose form stands open. */
const SHOWN = 6

type Props = {
  round: Round
  /** Actions that are theirs. */
  lines: readonly RoundLine[]
  /** The one whose form stands open, by its code; null where nothing is left to report. */
  chosen: string | null
  /** Where the form of one of them stands. */
  addressOf: (action: string) => string
  answer: FormAnswer | undefined
  once: string
}

/** The actions of one person in a round: one form at a time, the next that is not reported first; each is one post. */
export function OwnActions({ round, lines, chosen, addressOf, answer, once }: Props) {
  const { text, local, say } = useSpeech()
  const left = lines.filter(isWithReporter).length
  // Those first that wait for a report.
  const inOrder = lines.toSorted((a, b) => Number(isWithReporter(b)) - Number(isWithReporter(a)))
  const open = lines.find(({ action }) => action === chosen)
  return (
    <>
      <p>
        {text('strategy.round.own.dates', { due: say.day(round.dueOn), closes: say.day(round.closesOn) })}
      </p>
      <p role="status">
        <strong>
          {left === 0
            ? text('strategy.round.own.allDone')
            : text('strategy.round.own.left', { count: left, total: lines.length })}
        </strong>
      </p>
      {open ? (
        <section aria-labelledby="darbiba">
          <h2 id="darbiba">
            {open.action} {local(open.title)}
          </h2>
          <ActionAsked line={open} />
          {open.standing === 'accepted' ? (
            <p>{text('strategy.round.report.accepted')}</p>
          ) : (
            <ReportForm line={open} answer={answer} once={once} />
          )}
        </section>
      ) : null}
      {lines.length > 1 || !open ? (
        <details open={lines.length <= SHOWN || (!open && left > 0)}>
          <summary>{text('strategy.round.own.all', { count: lines.length })}</summary>
          <ul className="list">
            {inOrder.map((line) => (
              <li key={line.action}>
                <a href={addressOf(line.action)} aria-current={line === open ? 'true' : undefined}>
                  {line.action} {local(line.title)}
                </a>{' '}
                <StandingChip standing={line.standing} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

/** Which form stands open: the one asked for, else the first that waits for a report. */
export const chooseAction = (lines: readonly RoundLine[], asked: string | null): string | null =>
  (lines.find(({ action }) => action === asked) ?? lines.find(isWithReporter))?.action ?? null
