import type { ReactNode } from 'react'
import { CitedPlace } from '#modules/sources/parts'
import { useSpeech } from '#platform/i18n.tsx'
import { figureAnchor } from '../anchors.ts'
import type { NamedFinding } from '../findings.ts'
import type { Indicator, Observation, Series, Target } from '../model.ts'
import { observationsOf } from '../observations.ts'
import { FindingMarks } from './finding-marks.tsx'
import { TargetText } from './target-text.tsx'
import { ValueText } from './value-text.tsx'

type Props = {
  indicator: Indicator
  series: Series
  findings: readonly NamedFinding[]
  /** Keys of the cited documents, in the order in which the page numbers them. */
  sources: readonly string[]
}

/** Every figure of a series: as we read it, as the source prints it, and where it came from. */
export function FigureTable({ indicator, series, findings, sources }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  return (
    <table className="cards">
      <caption>
        {text('indicators.figures.caption', { name: local(series.label ?? indicator.title) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{text('indicators.figures.what')}</th>
          <th scope="col" className="n">
            {text('indicators.figures.value')}
          </th>
          <th scope="col">{text('indicators.figures.printed')}</th>
          <th scope="col">{text('indicators.figures.note')}</th>
          <th scope="col">{text('indicators.figures.origin')}</th>
        </tr>
      </thead>
      <tbody>
        {observationsOf(series).map((one) => {
          const isBaseline = one === series.baseline?.observation
          const kind = isBaseline ? 'baseline' : 'result'
          return (
            <FigureRow
              key={one.period}
              id={figureAnchor(series.key, one.period)}
              findings={findings}
              series={series}
              what={text(`indicators.figures.${kind}`, { period: speech.say.period(one.period) })}
              value={<ValueText value={one.value} />}
              printed={one.printed}
              notes={[
                one.note && local(one.note),
                one.methodology !== null &&
                  text('indicators.figures.method', { version: String(one.methodology) }),
                isBaseline && series.baseline?.isRecomputed && text('indicators.figures.recomputed'),
              ]}
              origin={<FigureOrigin figure={one} sources={sources} />}
            />
          )
        })}
        {series.targets.map((target) => (
          <FigureRow
            key={target.year}
            id={figureAnchor(series.key, target.year)}
            findings={findings}
            series={series}
            what={text('indicators.figures.target', { year: String(target.year) })}
            value={<TargetText indicator={indicator} series={series} target={target} />}
            printed={target.printed}
            notes={[target.note && local(target.note)]}
            origin={<FigureOrigin figure={target} sources={sources} />}
          />
        ))}
      </tbody>
    </table>
  )
}

/** Where a figure stands in its document, where it entered, and which state of it this is. */
function FigureOrigin({ figure, sources }: { figure: Observation | Target; sources: readonly string[] }) {
  const { text, date } = useSpeech()
  const { origin, revision, recordedAt } = figure
  return (
    <>
      <CitedPlace citation={figure} sources={sources} />
      {origin.file !== null && origin.row !== null ? (
        <span className="line">
          {text('indicators.figures.file', { file: origin.file, row: String(origin.row) })}
        </span>
      ) : null}
      <span className="line">
        {text('indicators.figures.revision', { revision: String(revision), day: date(recordedAt) })}
      </span>
    </>
  )
}

type RowProps = {
  id: string
  series: Series
  findings: readonly NamedFinding[]
  what: string
  value: ReactNode
  printed: string | null
  notes: (string | null | false | undefined)[]
  origin: ReactNode
}

function FigureRow({ id, findings, what, value, printed, notes, origin }: RowProps) {
  const { text } = useSpeech()
  return (
    <tr id={id}>
      <th scope="row">
        {what} <FindingMarks findings={findings} anchor={id} />
      </th>
      <td className="n strong" data-label={text('indicators.figures.value')}>
        {value}
      </td>
      <td data-label={text('indicators.figures.printed')}>
        {printed === null ? (
          <span className="quiet">{text('indicators.figures.notPrinted')}</span>
        ) : (
          <span lang="lv">“{printed}”</span>
        )}
      </td>
      <td>{notes.filter(Boolean).join(' ')}</td>
      <td className="source" data-label={text('platform.source')}>
        {origin}
      </td>
    </tr>
  )
}
