import { useSpeech } from '#platform/i18n.tsx'
import type { Commentary } from '../commentary-store.server.ts'
import { paragraphsIn } from '../merge-paragraphs.ts'

/** Words to sections that the report does not have any more: they are kept and shown, so that none is lost. */
export function Stray({ of }: { of: readonly Commentary[] }) {
  const { text } = useSpeech()
  if (of.length === 0) return null
  return (
    <details>
      <summary>{text('publishing.work.stray', { count: of.length })}</summary>
      {of.map(({ section, language, words }) => (
        <blockquote key={`${section}/${language}`} lang={language}>
          {paragraphsIn(words).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </blockquote>
      ))}
    </details>
  )
}
