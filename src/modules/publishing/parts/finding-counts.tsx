import { useSpeech } from '#platform/i18n.tsx'
import { countBySeverity, FAMILIES, type GatheredFinding, groupByRule, SEVERITIES } from '../findings.ts'

/** How many findings of each weight every rule made, each rule leading to its findings. */
export function FindingCounts({ findings }: { findings: readonly GatheredFinding[] }) {
  const { text, local } = useSpeech()
  const groups = groupByRule(findings)
  return (
    <details className="fold">
      <summary>{text('publishing.findings.byRule')}</summary>
      <table>
        <caption>{text('publishing.findings.byRule.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('publishing.findings.rule')}</th>
            {SEVERITIES.map((severity) => (
              <th key={severity} scope="col" className="n">
                {text(`publishing.severity.${severity}.many`)}
              </th>
            ))}
          </tr>
        </thead>
        {FAMILIES.map((family) => (
          <tbody key={family}>
            <tr className="group">
              <th scope="rowgroup">{text(`publishing.family.${family}`)}</th>
              <Counts findings={findings.filter((finding) => finding.family === family)} />
            </tr>
            {groups
              .filter((group) => group.family === family)
              .map((group) => (
                <tr key={group.rule.code}>
                  <th scope="row">
                    <a href={`#${family}-${group.rule.code}`}>{local(group.rule.title)}</a>
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

function Counts({ findings }: { findings: readonly GatheredFinding[] }) {
  const counts = countBySeverity(findings)
  return SEVERITIES.map((severity) => (
    <td key={severity} className={counts[severity] === 0 ? 'n quiet' : 'n'}>
      {counts[severity]}
    </td>
  ))
}
