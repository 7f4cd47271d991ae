import { useSpeech } from '#platform/i18n.tsx'
import { formAddress, reviewAddress } from '../../addresses.ts'
import { isWithGiver } from '../../life/state.ts'
import { takesAnswers } from '../phase.ts'
import type { OwnCall } from '../read-calls.server.ts'

type Props = { slug: string; calls: readonly OwnCall[] }

/** What an institution has to answer, what was returned first; then what it has answered. */
export function OwnCalls({ slug, calls }: Props) {
  const { text } = useSpeech()
  const open = calls.filter(
    ({ state, phase }) => isWithGiver(state) && phase !== 'withdrawn' && phase !== 'locked',
  )
  const rest = calls
    .filter((call) => !open.includes(call))
    .toSorted((a, b) => b.dueAt.getTime() - a.dueAt.getTime())
  return (
    <>
      <section>
        <h2>{text('collection.own.todo', { count: open.length })}</h2>
        {open.length === 0 ? <p>{text('collection.own.nothing')}</p> : <List slug={slug} calls={open} />}
      </section>
      {rest.length === 0 ? null : (
        <section>
          <h2>{text('collection.own.done')}</h2>
          <List slug={slug} calls={rest} />
        </section>
      )}
    </>
  )
}

function List({ slug, calls }: Props) {
  return (
    <ul className="list">
      {calls.map((one) => (
        <li key={`${one.call.key} ${one.institution.key}`}>
          <OneCall slug={slug} own={one} />
        </li>
      ))}
    </ul>
  )
}

function OneCall({ slug, own }: { slug: string; own: OwnCall }) {
  const { text, local, path, instant, say } = useSpeech()
  const { call, phase, institution, state, dueAt, isExtended } = own
  const isToFill = isWithGiver(state) && takesAnswers(phase)
  const address = isToFill
    ? formAddress(slug, call.key, institution.key)
    : reviewAddress(slug, call.key, institution.key)
  return (
    <>
      <a href={path(address)}>
        {local(call.title)}, {say.period(call.period)}
      </a>{' '}
      · {local(institution.name)}
      <br />
      <span className="hint">
        {text(`collection.own.state.${state}`)}
        {'. '}
        {text(isExtended ? 'collection.own.extended' : 'collection.own.due', { at: instant(dueAt) })}{' '}
        {text('collection.own.minutes', { count: call.estimatedMinutes })}{' '}
        {isWithGiver(state) && !isToFill
          ? text(`collection.phase.${phase}.why`, { at: instant(call.opensAt) })
          : ''}
      </span>
    </>
  )
}
