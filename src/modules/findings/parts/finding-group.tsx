import { useSpeech } from '#platform/i18n.tsx'
import type { RuleGroup } from '../filter.ts'
import type { Guidance } from '../guidance.ts'
import { FindingResponse } from './finding-response.tsx'
import { Guide } from './guide.tsx'
import { SeverityChip } from './severity-chip.tsx'
import { SubjectLinks } from './subject-links.tsx'

type Props = {
  group: RuleGroup
  slug: string
  guidance: Guidance
  /** Whether links to the rule lead here. */
  isFirst: boolean
  /** Where one says something of a finding; absent where everybody reads. */
  workAddressOf?: ((anchor: string) => string) | undefined
}

/** A rule in plain words, and what it found of one weight. */
export function FindingGroup({ group, slug, guidance, isFirst, workAddressOf }: Props) {
  const { text, local } = useSpeech()
  const { family, rule, findings, count } = group
  return (
    <section id={isFirst ? `${family}-${rule.code}` : undefined}>
      <h3>
        {local(rule.title)} <span className="quiet">({count})</span>
      </h3>
      <p className="hint">{local(rule.explain)}</p>
      <Guide of={guidance} />
      <ol className="list">
        {findings.map((finding) => (
          <li key={finding.anchor} id={finding.anchor}>
            <p>
              <SeverityChip severity={finding.severity} /> {local(finding.explanation)}
            </p>
            {finding.life ? <FindingResponse life={finding.life} /> : null}
            <SubjectLinks subjects={finding.subjects} slug={slug} />
            {workAddressOf ? (
              <p>
                <a href={workAddressOf(finding.anchor)}>{text('findings.life.open')}</a>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
