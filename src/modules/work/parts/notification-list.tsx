import { useSpeech } from '#platform/i18n.tsx'
import { NOTIFICATION_KINDS, type Notification } from '../notification.ts'

/** What somebody was told, what is new first and said to be new. */
export function NotificationList({ notifications }: { notifications: readonly Notification[] }) {
  const { text, date, path } = useSpeech()
  if (notifications.length === 0) return <p>{text('work.notices.nothing')}</p>
  return (
    <ul className="notices">
      {notifications.map(({ id, kind, subject, address, dueOn, at, isRead }) => (
        <li key={id}>
          {isRead ? null : <strong>{text('work.notices.new')} </strong>}
          {text(NOTIFICATION_KINDS[kind].label)}:{' '}
          {address === null ? subject : <a href={path(address)}>{subject}</a>}
          {dueOn === null ? null : <> {text('work.desk.due', { date: date(dueOn) })}</>}{' '}
          <small>{date(at)}</small>
        </li>
      ))}
    </ul>
  )
}
