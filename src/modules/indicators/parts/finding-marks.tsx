import { useSpeech } from '#platform/i18n.tsx'
import { anchorOf } from '../anchors.ts'
import type { NamedFinding } from '../findings.ts'

/** Flags of the findings about one figure, each a link to what was found. */
export function FindingMarks({ findings, anchor }: { findings: readonly NamedFinding[]; anchor: string }) {
  const { text } = useSpeech()
  const about = findings.filter(({ finding }) =>
    finding.subjects.some((subject) => anchorOf(subject) === anchor),
  )
  return about.map(({ id, number, finding }) => (
    <a key={id} className={`mark-link ${finding.severity}`} href={`#${id}`}>
      <span aria-hidden="true">⚑</span>
      <span className="visually-hidden">{text('indicators.findings.mark')} </span>
      {number}
    </a>
  ))
}
