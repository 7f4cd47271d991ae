import type { Finding } from '#modules/findings'
import { SeverityChip } from '#modules/findings/parts'
import { useSpeech } from '#platform/i18n.tsx'

/** Findings in whole sentences, each with how much it weighs. */
export function FindingList({
  findings,
}: {
  findings: readonly Pick<Finding, 'code' | 'severity' | 'explanation'>[]
}) {
  const { local } = useSpeech()
  return (
    <ul className="list">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.explanation.lv}`}>
          <SeverityChip severity={finding.severity} /> {local(finding.explanation)}
        </li>
      ))}
    </ul>
  )
}
