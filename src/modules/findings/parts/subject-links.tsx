import { useSpeech } from '#platform/i18n.tsx'
import type { LinkedSubject } from '../link.ts'

/** More links than this are folded away. */
const SHOWN = 6

/** Links to the figures, actions, surveys and documents that a finding is about. */
export function SubjectLinks({ subjects, slug }: { subjects: readonly LinkedSubject[]; slug: string }) {
  const { text, path, local } = useSpeech()
  const links = new Map(subjects.map(({ name, address }) => [local(name), path(`/${slug}${address}`)]))
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
      <summary>{text('findings.subjects', { count: links.size })}</summary>
      {list}
    </details>
  )
}
