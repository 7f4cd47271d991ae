import type { FindingSubject } from '#modules/findings'
import { SeverityChip } from '#modules/findings/parts'
import { useSpeech } from '#platform/i18n.tsx'
import { anchorOf } from '../anchors.ts'
import type { NamedFinding } from '../findings.ts'
import type { Indicator } from '../model.ts'
import { seriesName } from '../words/series.ts'

/** What the data of an indicator say about themselves, with links to the figures that are meant. */
export function FindingList({
  findings,
  indicator,
}: {
  findings: readonly NamedFinding[]
  indicator: Indicator
}) {
  const { local } = useSpeech()
  return (
    <ol className="list">
      {findings.map(({ id, number, finding }) => (
        <li key={id} id={id}>
          <span className="nr">⚑ {number}</span> <SeverityChip severity={finding.severity} />{' '}
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
    const when = subject.period ? speech.say.period(subject.period, 'short') : subject.year?.toString()
    const name = indicator.seriesCount > 1 || when === undefined ? seriesName(series, speech) : null
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
