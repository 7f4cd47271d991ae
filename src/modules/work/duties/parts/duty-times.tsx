import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import type { DutyTime } from '../read-duties.server.ts'
import { isSettled, type Standing } from '../standing.ts'
import { DutyBasis } from './duty-basis.tsx'
import { DutyState } from './duty-state.tsx'

const SECTIONS: readonly { key: Exclude<Standing, 'notApplicable'>; of: readonly Standing[] }[] = [
  { key: 'overdue', of: ['overdue'] },
  { key: 'near', of: ['near'] },
  { key: 'undated', of: ['undated'] },
  { key: 'later', of: ['later'] },
  { key: 'done', of: ['done', 'notApplicable'] },
]

type Props = {
  times: readonly DutyTime[]
  /** Address of the municipality, for files that everybody may have. */
  slug: string
  /** Where one time is marked as done, in its Latvian form. */
  hrefOf?: (time: DutyTime) => string
  /** Names of accounts that answer, for those who work here. */
  names?: Readonly<Record<string, string>>
}

/** Duties by when they are due: those missed first, then those that come, each with its basis and with what is missing. */
export function DutyTimes({ times, ...rest }: Props) {
  const { text } = useSpeech()
  return SECTIONS.map(({ key, of }) => {
    const some = times.filter(({ standing }) => of.includes(standing))
    if (some.length === 0) return null
    return (
      <section key={key} aria-labelledby={`duties-${key}`}>
        <h2 id={`duties-${key}`}>
          {text(`work.duties.section.${key}`)} <span className="quiet">({some.length})</span>
        </h2>
        <DutyLines times={some} {...rest} />
      </section>
    )
  })
}

/** Duties one below the other, as they come. */
export function DutyLines({ times, ...rest }: Props) {
  return (
    <ul className="list">
      {times.map((time) => (
        <li key={`${time.rule.key} ${time.period}`}>
          <DutyLine time={time} {...rest} />
        </li>
      ))}
    </ul>
  )
}

function DutyLine({ time, slug, hrefOf, names = {} }: Omit<Props, 'times'> & { time: DutyTime }) {
  const { text, local, path, say } = useSpeech()
  const { rule, period, standing } = time
  const name = local(rule.name)
  const who = rule.accountId === null ? undefined : names[rule.accountId]
  return (
    <>
      <h3>{hrefOf ? <a href={path(hrefOf(time))}>{name}</a> : name}</h3>
      <p>
        <Chip kind={`duty-${standing}`} label={text(`work.duties.standing.${wordOf(time)}`)} />{' '}
        {say.period(period)} · <DutyDue time={time} />
      </p>
      <p>{text('work.duties.who', { who: who ?? text(`work.duties.performer.${rule.performer}`) })}</p>
      <DutyState time={time} slug={slug} />
      {rule.asks && !isSettled(time) ? <p>{local(rule.asks)}</p> : null}
      <DutyBasis rule={rule} isReckoned={time.isReckoned && !isSettled(time)} />
    </>
  )
}

/** That a day has passed which no document states is said as such. */
const wordOf = ({ standing, isReckoned }: DutyTime) =>
  standing === 'overdue' && isReckoned ? ('reckoned' as const) : standing

/** By when it is due, in words. */
export function DutyDue({ time: { dueOn, standing, doneOn } }: { time: DutyTime }) {
  const { text, say } = useSpeech()
  if (dueOn !== null) return text('work.duties.due', { date: say.day(dueOn) })
  if (standing === 'done' && doneOn !== null) return text('work.duties.wasDone', { date: say.day(doneOn) })
  return text('work.duties.noDay')
}
