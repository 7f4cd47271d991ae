import { useSpeech } from '#platform/i18n.tsx'

type Asked = { id: string; name: string; subject: string; dueOn: string | null }

/** Who has been asked to fill in what, and by when. */
export function AskedList({ asked }: { asked: readonly Asked[] }) {
  const { text, date } = useSpeech()
  if (asked.length === 0) return null
  return (
    <details>
      <summary>{text('strategy.lacks.asked.title')}</summary>
      <ul className="list">
        {asked.map(({ id, name, subject, dueOn }) => (
          <li key={id}>
            {subject}
            <small>
              {name}
              {dueOn ? <>, {text('strategy.lacks.asked.until', { day: date(dueOn) })}</> : null}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
