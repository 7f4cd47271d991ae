import { useSpeech } from '#platform/i18n.tsx'
import type { Query } from '../read-query.ts'
import type { Search } from '../search-index.ts'

type Props = Pick<Search, 'isLoose' | 'corrected' | 'unknown'> & { query: Query; count: number }

/** What was looked for besides the words as they were typed. */
export function Tried({ query, isLoose, corrected, unknown, count }: Props) {
  const { text, path } = useSpeech()
  const others = [...new Set(query.sought.flatMap(({ synonyms }) => synonyms.map(({ phrase }) => phrase)))]
  return (
    <>
      {corrected.map(({ typed, instead }) => (
        <p key={typed}>
          {text('search.corrected', { typed })}{' '}
          {instead.map((word, place) => (
            <span key={word}>
              {place > 0 ? ', ' : ''}
              <a href={`${path('/meklet')}?q=${encodeURIComponent(word)}`}>{word}</a>
            </span>
          ))}
        </p>
      ))}
      {unknown.length > 0 ? <p>{text('search.unknown', { words: unknown.join(', ') })}</p> : null}
      {query.sought.length === 0 ? <p>{text('search.wordless')}</p> : null}
      {isLoose && count > 0 ? <p>{text('search.loose')}</p> : null}
      {count === 0 && query.sought.length > 0 ? <p>{text('search.nothing')}</p> : null}
      {others.length > 0 ? (
        <p className="note">{text('search.synonyms', { words: others.join(', ') })}</p>
      ) : null}
    </>
  )
}
