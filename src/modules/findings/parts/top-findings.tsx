import { useSpeech } from '#platform/i18n.tsx'
import { FINDINGS_ADDRESS, findingAddress } from '../address.ts'
import { countBySeverity, type GatheredFinding } from '../gather.ts'
import { type RuleCount, SEVERITIES } from '../model.ts'
import { SeverityChip } from './severity-chip.tsx'

type Props = {
  counts: readonly RuleCount[]
  /** The first finding of each kind, and how many more there are. */
  top: readonly { finding: GatheredFinding; others: number }[]
  slug: string
}

/** The weightiest things that the data say about themselves, one of each kind, and how many there are in all. */
export function TopFindings({ counts: rules, top, slug }: Props) {
  const { text, local, path } = useSpeech()
  const counts = countBySeverity(rules)
  const address = path(`/${slug}${FINDINGS_ADDRESS}`)
  if (counts.total === 0) return <p>{text('findings.nothing')}</p>
  return (
    <>
      <ul className="list">
        {top.map(({ finding, others }) => (
          <li key={`${finding.family} ${finding.code} ${finding.severity}`}>
            <SeverityChip severity={finding.severity} />{' '}
            <a href={path(`/${slug}${findingAddress(finding.anchor)}`)}>{local(finding.title)}</a>
            <small>
              {local(finding.explanation)} {others > 0 ? text('findings.top.more', { count: others }) : null}
            </small>
          </li>
        ))}
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
