import { useSpeech } from '#platform/i18n.tsx'
import type { FamilyWords } from '../family.ts'
import { countBySeverity } from '../gather.ts'
import { type RuleCount, SEVERITIES } from '../model.ts'

type Props = { families: readonly FamilyWords[]; counts: readonly RuleCount[] }

/** How many findings of each weight every rule made, each rule leading to its findings. */
export function FindingCounts({ families, counts }: Props) {
  const { text, local } = useSpeech()
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
        {families.map(({ name, title, rules }) => (
          <tbody key={name}>
            <tr className="group">
              <th scope="rowgroup">{text(title)}</th>
              <Counts counts={counts.filter(({ family }) => family === name)} />
            </tr>
            {rules
              .map((rule) => ({
                rule,
                own: counts.filter(({ family, code }) => family === name && code === rule.code),
              }))
              .filter(({ own }) => own.length > 0)
              .map(({ rule, own }) => (
                <tr key={rule.code}>
                  <th scope="row">
                    <a href={`#${name}-${rule.code}`}>{local(rule.title)}</a>
                  </th>
                  <Counts counts={own} />
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </details>
  )
}

function Counts({ counts: own }: Pick<Props, 'counts'>) {
  const counts = countBySeverity(own)
  return SEVERITIES.map((severity) => (
    <td key={severity} className={counts[severity] === 0 ? 'n quiet' : 'n'}>
      {counts[severity]}
    </td>
  ))
}
