import type { FindingSubject } from '#modules/findings'
import { SeverityChip } from '#modules/findings/parts'
import { useSpeech } from '#platform/i18n.tsx'
import { surveyAnchor } from '../anchors.ts'
import type { SurveyTable } from '../model.ts'
import type { NumberedFinding } from './numbered-findings.ts'

type Props = { findings: readonly NumberedFinding[]; table: SurveyTable }

/** What the survey says about itself, each with links to the figures it is about. */
export function FindingList({ findings, table }: Props) {
  const { text, local } = useSpeech()
  if (findings.length === 0) return <p>{text('surveys.findings.nothing')}</p>
  return (
    <ol className="list">
      {findings.map((finding) => (
        <li key={finding.anchor} id={finding.anchor}>
          <p>
            <span className="nr">⚑ {finding.number}</span> <strong>{local(finding.title)}</strong>{' '}
            <SeverityChip severity={finding.severity} />
          </p>
          <p>{local(finding.explanation)}</p>
          <ul className="links">
            {finding.subjects.map((subject) => (
              <SubjectLink
                key={JSON.stringify(subject)}
                subject={subject}
                table={table}
                of={finding.number}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

type LinkProps = { subject: FindingSubject; table: SurveyTable; of: NumberedFinding['number'] }

/** Several findings may be about one group, and other links of the page bear its name. */
function SubjectLink({ subject, table, of }: LinkProps) {
  const { local } = useSpeech()
  if (subject.kind !== 'surveyGroup' && subject.kind !== 'surveyItem') return null
  const item =
    subject.kind === 'surveyItem' ? table.items.find(({ code }) => code === subject.item) : undefined
  const group = table.groups.find(({ code }) => code === subject.group)
  const name = [item?.title, group?.label].flatMap((label) => (label ? [local(label)] : [])).join(', ')
  return (
    <li>
      <a href={`#${surveyAnchor(subject)}`}>
        {name}
        <span className="visually-hidden"> (⚑ {of})</span>
      </a>
    </li>
  )
}
