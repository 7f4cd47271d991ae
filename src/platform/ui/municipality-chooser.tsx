import { useSpeech } from '../i18n.tsx'
import type { LocalText } from '../texts/text.ts'

type Props = {
  /** Municipalities in which the person holds any right, in the order in which they are to stand. */
  places: readonly { slug: string; name: LocalText }[]
}

/** Leads whoever works in several municipalities to each of them; nothing for who works in one. */
export function MunicipalityChooser({ places }: Props) {
  const { text, local, path } = useSpeech()
  if (places.length < 2) return null
  return (
    <nav aria-label={text('platform.municipalities')}>
      <h2>{text('platform.municipalities')}</h2>
      <ul>
        {places.map(({ slug, name }) => (
          <li key={slug}>
            <a href={path(`/darbs/${slug}`)}>{local(name)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
