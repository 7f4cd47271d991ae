import { useSpeech } from '#platform/i18n.tsx'
import type { FamilyWords } from '../family.ts'
import { groupByRule } from '../filter.ts'
import { countBySeverity, type GatheredFinding } from '../gather.ts'
import { SEVERITIES } from '../model.ts'

type Props = { families: readonly FamilyWords[]; findings: readonly GatheredFinding[] }

/** How many findings of each weight every rule made, each rule leading to its findings. */
export function FindingCounts({ families, findings }: Props) {
  const { text, local } = useSpeech()
  const groups = groupByRule(families, findings)
  return (
    <details className="fold">
      <summary>{text('findings.byRule')}</summary>
      <table>
        <caption>{text('findings.byRule.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('findings.rule')}</th>
            {SEVERITIES.map((severity) => (
              <th key={severity} scope="col" className="n">
                {text(`findings.severity.${severity}.many`)}
              </th>
            ))}
          </tr>
        </thead>
        {families.map(({ name, title }) => (
          <tbody key={name}>
            <tr className="group">
              <th scope="rowgroup">{text(title)}</th>
              <Counts findings={findings.filter((finding) => finding.family === name)} />
            </tr>
            {groups
              .filter((group) => group.family === name)
              .map((group) => (
                <tr key={group.rule.code}>
                  <th scope="row">
                    <a href={`#${name}-${group.rule.code}`}>{local(group.rule.title)}</a>
                  </th>
                  <Counts findings={group.findings} />
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </details>
  )
}

function Counts({ findings }: Pick<Props, 'findings'>) {
  const counts = countBySeverity(findings)
  return SEVERITIES.map((severity) => (
    <td key={severity} className={counts[severity] === 0 ? 'n quiet' : 'n'}>
      {counts[severity]}
    </td>
  ))
}
