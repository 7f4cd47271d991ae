import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Chip } from '#platform/ui/chip.tsx'
import type { Message } from '../message-store.server.ts'

type Props = {
  message: Message
  address: string
  /** Names of accounts by id. */
  names: Readonly<Record<string, string>>
  /** Account of who reads. */
  me: string
}

/** So much of a message is enough to know it again. */
const BEGINNING = 160

/** One message of a list: what it is about, how it begins, whose it is. */
export function MessageRow({ message, address, names, me }: Props) {
  const { text, date } = useSpeech()
  const { state, kind, sentAt, place, content, accountId, answer } = message
  const whose =
    accountId &&
    (accountId === me ? text('work.messages.you') : (names[accountId] ?? text('work.messages.somebody')))
  return (
    <li>
      <Chip kind={`message-${state}`} label={text(`work.messages.${state}`)} />{' '}
      <a href={address}>{place?.title ?? text(`work.report.kind.${kind}`)}</a>
      <small>
        {date(municipalDay(sentAt))} ·{' '}
        {content.length > BEGINNING ? `${content.slice(0, BEGINNING)}…` : content}{' '}
        {whose ? text('work.messages.givenTo', { name: whose }) : null}{' '}
        {answer?.delivery === 'failed' ? <strong>{text('work.messages.delivery.failed')}</strong> : null}
      </small>
    </li>
  )
}
