import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'

type Place = { slug: string; name: LocalText }
type Props = {
  places: readonly Place[]
  /** All the others, for whoever works for the whole country. */
  others: readonly Place[]
}

/** The workplaces in which somebody can do something. */
export function Workplaces({ places, others }: Props) {
  const { text, local, path } = useSpeech()
  if (places.length + others.length === 0) return null
  const list = (some: readonly Place[]) => (
    <ul className="links">
      {some.map(({ slug, name }) => (
        <li key={slug}>
          <a href={path(`/darbs/${slug}`)}>{local(name)}</a>
        </li>
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="workplaces">
      <h2 id="workplaces">{text('work.desk.workplaces')}</h2>
      {list(places)}
      {others.length > 0 ? (
        <details>
          <summary>{text('work.desk.allPlaces', { count: others.length })}</summary>
          {list(others)}
        </details>
      ) : null}
    </section>
  )
}
