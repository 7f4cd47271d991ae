import { useSpeech } from '#platform/i18n.tsx'
import type { SourceDocument } from '../model.ts'
import { useSourceHref } from './source-href.ts'

/** How a reader gets a document: by its address; else whom to ask for it. */
export function WhereToGet({ source: { url, publisher } }: { source: SourceDocument }) {
  const { text } = useSpeech()
  const hrefOf = useSourceHref()
  if (url) return <a href={hrefOf(url)}>{text('sources.open')}</a>
  if (!publisher) return text('sources.nowhere')
  return (
    <>
      {text('sources.ask')} <span lang="lv">{publisher}</span>
    </>
  )
}
