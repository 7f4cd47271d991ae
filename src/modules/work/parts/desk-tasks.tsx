import { useSpeech } from '#platform/i18n.tsx'
import type { TaskWords } from '#platform/module.ts'
import { TIMES, type Time } from '../desk.ts'
import type { Task } from '../task.ts'
import type { NamedPlace } from './desk-parts.tsx'

type Timed = Task & { time: Time; words: TaskWords | null }

/** Tasks by when they are due, each with what to do and a way there. */
export function DeskTasks({ tasks, places }: { tasks: readonly Timed[]; places: readonly NamedPlace[] }) {
  const { text } = useSpeech()
  return TIMES.map((time) => {
    const some = tasks.filter((task) => task.time === time)
    if (some.length === 0) return null
    return (
      <section key={time} aria-labelledby={`tasks-${time}`}>
        <h2 id={`tasks-${time}`}>
          {text(`work.desk.${time}`)} <span className="quiet">({some.length})</span>
        </h2>
        <ul className="list">
          {some.map((task) => (
            <TaskLine key={task.id} task={task} place={places.find(({ id }) => id === task.municipalityId)} />
          ))}
        </ul>
      </section>
    )
  })
}

function TaskLine({ task, place }: { task: Timed; place: NamedPlace | undefined }) {
  const { text, date, path, local } = useSpeech()
  const { id, subject, address, dueOn, words, municipalityId } = task
  return (
    <li>
      {words ? <>{text(words.todo)}: </> : null}
      {address === null ? subject : <a href={path(address)}>{subject}</a>}
      <small>
        {place ? local(place.name) : null} {dueOn ? text('work.desk.due', { date: date(dueOn) }) : null}
      </small>
      {words?.endsItself ? null : (
        <form method="post" className="done">
          <input type="hidden" name="task" value={id} />
          <input type="hidden" name="municipality" value={municipalityId} />
          <button type="submit" aria-label={text('work.desk.doneOf', { subject })}>
            {text('work.desk.done')}
          </button>
        </form>
      )}
    </li>
  )
}
