import { useSpeech } from '#platform/i18n.tsx'

/** Words that find something, and pages from which everything can be reached. */
export function EntryPoints() {
  const { text, path } = useSpeech()
  const words = text('search.tryWords').split(', ')
  return (
    <section>
      <h2>{text('search.entries')}</h2>
      <ul>
        <li>
          {text('search.try')}{' '}
          {words.map((word, place) => (
            <span key={word}>
              {place > 0 ? ', ' : ''}
              <a href={`${path('/meklet')}?q=${encodeURIComponent(word)}`}>{word}</a>
            </span>
          ))}
        </li>
        <li>
          <a href={path('/')}>{text('search.entries.municipalities')}</a>
        </li>
        <li>
          <a href={path('/metodes')}>{text('search.entries.methods')}</a>
        </li>
        <li>
          <a href={path('/atvertie-dati')}>{text('search.entries.data')}</a>
        </li>
      </ul>
    </section>
  )
}
