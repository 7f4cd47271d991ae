import { useSpeech } from '#platform/i18n.tsx'

type Row = { id: string; what: string; where: string; from: string; until: string | null; mayEnd: boolean }
type Props = { title: string; act: 'end.post' | 'end.charge'; today: string; rows: readonly Row[] }

/** What somebody works as or has charge of, from day to day; what has not ended can be ended on a day. */
export function WorkTable({ title, act, today, rows }: Props) {
  const { text, date } = useSpeech()
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="list">
        {rows.map(({ id, what, where, from, until, mayEnd }) => (
          <li key={id}>
            {`${what}, ${where}. `}
            {until === null
              ? text('people.since', { from: date(from) })
              : text('people.fromTo', { from: date(from), until: date(until) })}
            {mayEnd && (until === null || until > today) ? (
              <form method="post" className="filters">
                <input type="hidden" name="id" value={id} />
                <label>
                  {text('people.form.endOn')}
                  <input type="date" name="on" defaultValue={today} />
                </label>
                <button type="submit" name="act" value={act} className="quiet">
                  {text('people.form.end', { what })}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
