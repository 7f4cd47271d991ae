import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'

type Props = { places: readonly { slug: string; name: LocalText }[]; isOfCountry: boolean }

/** Says to whoever only reads that there is nothing to do here, and where what can be read stands. */
export function OnlyReads({ places, isOfCountry }: Props) {
  const { text, local, path } = useSpeech()
  return (
    <>
      <p>{text('work.desk.onlyReads')}</p>
      <ul className="links">
        {isOfCountry ? (
          <li>
            <a href={path('/')}>{text('work.desk.country')}</a>
          </li>
        ) : null}
        {places.map(({ slug, name }) => (
          <li key={slug}>
            <a href={path(`/${slug}`)}>{local(name)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
