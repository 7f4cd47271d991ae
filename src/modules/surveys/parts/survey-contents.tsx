import { useSpeech } from '#platform/i18n.tsx'

const SECTIONS = [
  ['grupas', 'surveys.groups.title'],
  ['rezultati', 'surveys.results'],
  ['blakus', 'surveys.plots'],
  ['atskiribas', 'surveys.gaps'],
  ['videjie', 'surveys.means'],
  ['atradumi', 'surveys.findings'],
  ['avoti', 'surveys.sources'],
] as const

/** Links to the sections of a survey's page. */
export function SurveyContents() {
  const { text } = useSpeech()
  return (
    <nav aria-label={text('surveys.contents')}>
      <ul className="links">
        {SECTIONS.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{text(name)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
