import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Chip } from '#platform/ui/chip.tsx'
import type { Message } from '../message-store.server.ts'
import { isMailAddress } from '../report.ts'

/** A message as it was sent, and what was done with it. */
export function MessageWords({ message, holder }: { message: Message; holder: string | null }) {
  const { text, date, path } = useSpeech()
  const { state, kind, sentAt, place, content, language, contact, answer, closeReason, accountId } = message
  return (
    <>
      <p>
        <Chip kind={`message-${state}`} label={text(`work.messages.${state}`)} />{' '}
        {text('work.messages.sentOn', { date: date(municipalDay(sentAt)) })}
      </p>
      <dl className="facts">
        <div>
          <dt>{text('work.report.kind')}</dt>
          <dd>{text(`work.report.kind.${kind}`)}</dd>
        </div>
        {place ? (
          <div>
            <dt>{text('work.messages.page')}</dt>
            <dd>
              <a href={path(place.address)}>{place.title}</a>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{text('work.messages.contact')}</dt>
          <dd>{contact ?? text('work.messages.noContact')}</dd>
        </div>
        {accountId ? (
          <div>
            <dt>{text('work.messages.account')}</dt>
            <dd>{holder ?? text('work.messages.somebody')}</dd>
          </div>
        ) : null}
      </dl>
      <h2>{text('work.messages.words')}</h2>
      <blockquote className="typed" lang={language}>
        {content}
      </blockquote>
      {answer ? (
        <>
          <h2>{text('work.messages.answered.title')}</h2>
          <p>
            {date(municipalDay(answer.at))} ·{' '}
            {text(
              answer.delivery === 'none' && contact && !isMailAddress(contact)
                ? 'work.messages.delivery.telephone'
                : `work.messages.delivery.${answer.delivery}`,
            )}
          </p>
          <blockquote className="typed" lang={language}>
            {answer.content}
          </blockquote>
        </>
      ) : null}
      {closeReason ? (
        <p>
          <strong>{text('work.messages.closedBecause')}</strong> {closeReason}
        </p>
      ) : null}
    </>
  )
}
