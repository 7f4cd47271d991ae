import { useSpeech } from '#platform/i18n.tsx'
import type { Citation } from '../model.ts'

/** Where something stands: the number of the document in the page's list, and the place in it. */
export function CitedPlace({ citation, sources }: { citation: Citation; sources: readonly string[] }) {
  const { text } = useSpeech()
  const number = citation.source === null ? 0 : sources.indexOf(citation.source) + 1
  if (number === 0 && citation.locator === null) return text('sources.none')
  return (
    <>
      {number > 0 ? <a href={`#source-${number}`}>[{number}]</a> : null}{' '}
      {citation.locator === null ? null : <span lang="lv">{citation.locator}</span>}
    </>
  )
}
