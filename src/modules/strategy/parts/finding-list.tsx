import type { Finding } from '#modules/indicators'
import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'

/** Findings in whole sentences, each with how much it weighs. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { text, local } = useSpeech()
  return (
    <ul className="list">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.explanation.lv}`}>
          <Chip kind={finding.severity} label={text(`strategy.finding.${finding.severity}`)} />{' '}
          {local(finding.explanation)}
        </li>
      ))}
    </ul>
  )
}
