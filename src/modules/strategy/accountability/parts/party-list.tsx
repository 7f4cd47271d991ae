import { institutionAddress } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'
import type { Party } from '../model.ts'

type Props = { parties: readonly Party[]; slug: string }

/** Who takes part in an action, and what each of them does. */
export function PartyList({ parties, slug }: Props) {
  const { local, path } = useSpeech()
  return (
    <ul className="list">
      {parties.map(({ code, name, part, institution }) => (
        <li key={code}>
          {institution === null ? (
            local(name)
          ) : (
            <a href={path(`/${slug}${institutionAddress(institution)}`)}>{local(name)}</a>
          )}
          <small>{local(part)}</small>
        </li>
      ))}
    </ul>
  )
}
