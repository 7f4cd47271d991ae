import { useSpeech } from '#platform/i18n.tsx'
import { institutionAddress } from '../institution-address.ts'
import { type Present, spanOf } from '../institution-on.ts'
import { sayValidity } from '../words/times.ts'

type Props = {
  institutions: readonly Present[]
  slug: string
  /** The day asked for; undefined when it is today's. */
  on: string | undefined
}

/** Institutions by name, each with the time of which it is known. */
export function InstitutionLinks({ institutions, slug, on }: Props) {
  const speech = useSpeech()
  return (
    <ul className="list">
      {institutions.map(({ institution, version }) => {
        const time = sayValidity(spanOf(institution), speech)
        return (
          <li key={institution.key}>
            <a href={speech.path(`/${slug}${institutionAddress(institution.key, on)}`)}>
              {speech.local(version.name)}
            </a>
            {time ? <small>{time}</small> : null}
          </li>
        )
      })}
    </ul>
  )
}
