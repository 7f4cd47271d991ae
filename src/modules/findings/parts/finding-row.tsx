import { useSpeech } from '#platform/i18n.tsx'
import type { GatheredFinding } from '../gather.ts'
import type { Guidance } from '../guidance.ts'
import type { RuleWords } from '../model.ts'
import { FindingResponse, StateChip } from './finding-response.tsx'
import { Guide } from './guide.tsx'
import { SubjectLinks } from './subject-links.tsx'

type Props = {
  finding: GatheredFinding
  rule: RuleWords | undefined
  slug: string
  guidance: Guidance
  /** Whether all of it is read at once: what weighs most, and what a link has led to. */
  isOpen: boolean
  /** Where one says something of it; absent where everybody reads. */
  workAddress?: string | undefined
}

/** One finding: what it is and about what in a line, all the rest below it. */
export function FindingRow({ finding, rule, slug, guidance, isOpen, workAddress }: Props) {
  const { text, local } = useSpeech()
  const [first, ...others] = finding.subjects.map(({ name }) => local(name))
  return (
    <li id={finding.anchor}>
      <details open={isOpen}>
        <summary>
          <strong>{local(finding.title)}</strong>
          {first === undefined ? null : (
            <span className="about">
              {' '}
              {others.length > 0 ? text('findings.about', { first, count: others.length }) : first}
            </span>
          )}{' '}
          {finding.life?.response ? <StateChip state={finding.life.state} /> : null}
        </summary>
        <p>{local(finding.explanation)}</p>
        {finding.life ? <FindingResponse life={finding.life} /> : null}
        <SubjectLinks subjects={finding.subjects} slug={slug} />
        {workAddress ? (
          <p>
            <a href={workAddress}>{text('findings.life.open')}</a>
          </p>
        ) : null}
        {rule ? (
          <details>
            <summary>{text('findings.why')}</summary>
            <p className="hint">{local(rule.explain)}</p>
            <Guide of={guidance} />
          </details>
        ) : null}
      </details>
    </li>
  )
}
