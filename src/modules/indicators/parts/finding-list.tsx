import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import type { FindingSubject } from '../finding.ts'
import { anchorOf, type NamedFinding } from '../findings.ts'
import type { Indicator } from '../model.ts'
import { periodName } from '../words/period.ts'
import { seriesName } from '../words/series.ts'

/** What the data of an indicator say about themselves, with links to the figures that are meant. */
export function FindingList({
  findings,
  indicator,
}: {
  findings: readonly NamedFinding[]
  indicator: Indicator
}) {
  const { text, local } = useSpeech()
  return (
    <ol className="list">
      {findings.map(({ id, number, finding }) => (
        <li key={id} id={id}>
          <span className="nr">⚑ {number}</span>{' '}
          <Chip kind={finding.severity} label={text(`indicators.severity.${finding.severity}`)} />{' '}
          {local(finding.explanation)}
          <FigureLinks subjects={finding.subjects} indicator={indicator} />
        </li>
      ))}
    </ol>
  )
}

/** More links than this are counted only: the finding is then about the indicator as a whole. */
const MANY = 8

function FigureLinks({ subjects, indicator }: { subjects: readonly FindingSubject[]; indicator: Indicator }) {
  const speech = useSpeech()
  const links = subjects.flatMap((subject) => {
    const anchor = anchorOf(subject)
    const series = subject.kind === 'series' && indicator.series.find(({ key }) => key === subject.key)
    if (anchor === null || !series) return []
    const when = subject.period ? periodName(subject.period, speech, 'short') : subject.year?.toString()
    const name = indicator.series.length > 1 || when === undefined ? seriesName(series, speech) : null
    return [{ anchor, label: [name, when].filter(Boolean).join(', ') }]
  })
  if (links.length === 0 || links.length > MANY) return null
  return (
    <ul className="links">
      {links.map(({ anchor, label }) => (
        <li key={anchor}>
          <a href={`#${anchor}`}>{label}</a>
        </li>
      ))}
    </ul>
  )
}
