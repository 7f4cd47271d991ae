import { useSpeech } from '#platform/i18n.tsx'
import type { HandingInRight } from '../life/may-hand-in.ts'
import type { Submission } from '../life/submission.ts'
import { sayWho } from './who.ts'

type Props = {
  submission: Submission
  isLate: boolean
  writers: readonly { accountId: string; at: Date }[]
  names: ReadonlyMap<string, string>
  /** Whether the reader may hand in now; undefined for who only reads. */
  right: HandingInRight | undefined
}

/** Where the form stands, where what was typed is kept, who has typed, and why it came back. */
export function FormStanding({ submission, isLate, writers, names, right }: Props) {
  const speech = useSpeech()
  const { text, instant } = speech
  const { state, decision } = submission
  const nameOf = (accountId: string) => sayWho(speech, names, accountId)
  const [last, ...others] = writers
  const isBack = state === 'returned' || state === 'reopened'
  return (
    <>
      <p role="status">
        <strong>{text(`collection.form.state.${state}`)}.</strong>{' '}
        {last
          ? text('collection.form.keptAt', { at: instant(last.at), name: nameOf(last.accountId) })
          : text('collection.form.keptNothing')}
        {others.length > 0
          ? ` ${text('collection.form.others', {
              names: others.map(({ accountId, at }) => `${nameOf(accountId)} (${instant(at)})`).join('; '),
            })}`
          : null}
      </p>
      {isBack && decision ? (
        <aside className="note">
          <p>
            {text(`collection.form.back.${state}`, {
              name: nameOf(decision.decidedBy),
              at: instant(decision.at),
            })}
          </p>
          {decision.reason ? <blockquote className="typed">{decision.reason}</blockquote> : null}
        </aside>
      ) : null}
      {right?.may && isLate ? <p>{text('collection.form.late')}</p> : null}
      {right && !right.may ? <p>{text(right.why)}</p> : null}
      {right === undefined ? <p>{text('collection.form.onlyRead')}</p> : null}
    </>
  )
}
