import { useSpeech } from '#platform/i18n.tsx'
import type { Institution, Succession } from '../institution.ts'
import { institutionAddress } from '../institution-address.ts'
import { institutionNear } from '../institution-on.ts'
import { dayBefore } from '../words/times.ts'

type Props = {
  predecessors: readonly Succession[]
  successors: readonly Succession[]
  /** Keys of the institutions that stand in its place on the day, after any number of steps. */
  heirs: readonly string[]
  named: ReadonlyMap<string, Institution>
  slug: string
  /** The day asked for; undefined when it is today's. */
  on: string | undefined
}

/** Whose place an institution took, what took its place, and what stands there after further steps. */
export function Successions({ predecessors, successors, heirs, ...links }: Props) {
  const { text, say } = useSpeech()
  const when = ({ day }: Succession) =>
    day === null ? text('registry.succession.dayNotStated') : say.day(day)
  const isFurther = heirs.some((heir) => successors.every(({ to }) => to !== heir))
  return (
    <ul className="list">
      {predecessors.map((one) => (
        <li key={one.from}>
          <Named {...links} institution={one.from} day={one.day === null ? null : dayBefore(one.day)} />
          <small>
            {text(`registry.predecessor.${one.kind}`)}, {when(one)}
          </small>
        </li>
      ))}
      {successors.map((one) => (
        <li key={one.to}>
          <Named {...links} institution={one.to} day={one.day} />
          <small>
            {text(`registry.successor.${one.kind}`)}, {when(one)}
          </small>
        </li>
      ))}
      {isFurther
        ? heirs.map((heir) => (
            <li key={`heir ${heir}`}>
              <Named {...links} institution={heir} day={null} />
              <small>{text('registry.heir')}</small>
            </li>
          ))
        : null}
    </ul>
  )
}

type NamedProps = Pick<Props, 'named' | 'slug' | 'on'> & { institution: string; day: string | null }

/** An institution by its name on a day, or by the name it last had. */
function Named({ named, slug, on, institution, day }: NamedProps) {
  const { local, path } = useSpeech()
  const found = named.get(institution)
  return (
    <a href={path(`/${slug}${institutionAddress(institution, on)}`)}>
      {found ? local(institutionNear(found, day).name) : institution}
    </a>
  )
}
