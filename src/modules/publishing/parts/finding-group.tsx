import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import type { RuleGroup } from '../findings.ts'
import type { SubjectNames } from '../subject-names.ts'
import { SubjectLinks } from './subject-links.tsx'

type Props = { group: RuleGroup; names: SubjectNames; slug: string }

/** A rule in plain words, and everything it found. */
export function FindingGroup({ group: { family, rule, findings }, names, slug }: Props) {
  const { text, local } = useSpeech()
  return (
    <section id={`${family}-${rule.code}`}>
      <h3>
        {local(rule.title)} <span className="quiet">({findings.length})</span>
      </h3>
      <p className="hint">{local(rule.explain)}</p>
      <ol className="list">
        {findings.map((finding) => (
          <li key={finding.anchor} id={finding.anchor}>
            <p>
              <Chip kind={finding.severity} label={text(`publishing.severity.${finding.severity}`)} />{' '}
              {local(finding.explanation)}
            </p>
            <SubjectLinks finding={finding} names={names} slug={slug} />
          </li>
        ))}
      </ol>
    </section>
  )
}
