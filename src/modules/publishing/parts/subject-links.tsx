import { useSpeech } from '#platform/i18n.tsx'
import { addressOf, type GatheredFinding } from '../findings.ts'
import type { SubjectNames } from '../subject-names.ts'

/** More links than this are folded away. */
const SHOWN = 6

type Props = { finding: Pick<GatheredFinding, 'subjects'>; names: SubjectNames; slug: string }

/** Links to the figures, actions, surveys and documents that a finding is about. */
export function SubjectLinks({ finding, names, slug }: Props) {
  const speech = useSpeech()
  const { text, path } = speech
  const links = new Map(
    finding.subjects.map((subject) => [names(subject, speech), path(`/${slug}${addressOf(subject)}`)]),
  )
  const list = (
    <ul className="links">
      {[...links].map(([name, address]) => (
        <li key={name}>
          <a href={address}>{name}</a>
        </li>
      ))}
    </ul>
  )
  if (links.size <= SHOWN) return list
  return (
    <details>
      <summary>{text('publishing.findings.subjects', { count: links.size })}</summary>
      {list}
    </details>
  )
}
