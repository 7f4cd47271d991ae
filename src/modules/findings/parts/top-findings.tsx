import { useSpeech } from '#platform/i18n.tsx'
import type { FamilyWords } from '../family.ts'
import { groupByRule } from '../filter.ts'
import { countBySeverity, type GatheredFinding } from '../gather.ts'
import { SEVERITIES } from '../model.ts'
import { SeverityChip } from './severity-chip.tsx'

/** How many findings the overview shows. */
const SHOWN = 5

type Props = { families: readonly FamilyWords[]; findings: readonly GatheredFinding[]; slug: string }

/** The weightiest things that the data say about themselves, one of each kind, and how many there are in all. */
export function TopFindings({ families, findings, slug }: Props) {
  const { text, local, path } = useSpeech()
  const counts = countBySeverity(findings)
  const address = path(`/${slug}/datu-kvalitate`)
  const top = SEVERITIES.flatMap((severity) =>
    groupByRule(
      families,
      findings.filter((finding) => finding.severity === severity),
    ),
  ).slice(0, SHOWN)
  if (counts.total === 0) return <p>{text('findings.nothing')}</p>
  return (
    <>
      <ul className="list">
        {top.map(({ family, rule, findings: [first, ...others] }) =>
          first ? (
            <li key={`${family} ${rule.code} ${first.severity}`}>
              <SeverityChip severity={first.severity} />{' '}
              <a href={`${address}#${first.anchor}`}>{local(rule.title)}</a>
              <small>
                {local(first.explanation)}{' '}
                {others.length > 0 ? text('findings.top.more', { count: others.length }) : null}
              </small>
            </li>
          ) : null,
        )}
      </ul>
      <p className="more">
        <a href={address}>{text('findings.top.all', { count: counts.total })}</a>
      </p>
      <ul className="links quiet">
        {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
          <li key={severity}>
            <a href={`${address}?severity=${severity}`}>{text(`findings.severity.${severity}.many`)}</a>{' '}
            {counts[severity]}
          </li>
        ))}
      </ul>
    </>
  )
}
