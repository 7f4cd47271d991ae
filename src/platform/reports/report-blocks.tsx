import type { Language } from '../texts/text.ts'
import { type Aside, asideOf } from './asides.ts'
import { drawingSize } from './drawing-size.ts'
import type { Block, Inline, ReportChart } from './report.ts'
import { ReportRuns } from './report-runs.tsx'
import { ReportTableBlock } from './report-table.tsx'
import { reportText } from './words.ts'

type Props = { block: Block; language: Language; number: number }

/** One part of a section; `number` is that of a table or chart within the report. */
export function ReportBlock({ block, language, number }: Props) {
  const runs = (content: Inline) => <ReportRuns content={content} language={language} />
  switch (block.kind) {
    case 'paragraph':
      return <p>{runs(block.content)}</p>
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, place) => (
            <li key={String(place)}>{runs(item)}</li>
          ))}
        </List>
      )
    }
    case 'table':
      return <ReportTableBlock table={block} language={language} number={number} />
    case 'chart':
      return <Chart chart={block} language={language} number={number} />
    default:
      return <AsideBlock aside={asideOf(block, language)} language={language} />
  }
}

function AsideBlock({ aside, language }: { aside: Aside; language: Language }) {
  const { look, label, paragraphs, after } = aside
  return (
    <div className={`report-aside ${look}`}>
      <p>
        <strong>{label}</strong>
      </p>
      {paragraphs.map((content, place) => (
        <p key={String(place)}>
          <ReportRuns content={content} language={language} />
        </p>
      ))}
      {after === null ? null : (
        <p className="quiet">
          {after.label} <ReportRuns content={after.content} language={language} />
        </p>
      )}
    </div>
  )
}

function Chart({ chart, language, number }: { chart: ReportChart; language: Language; number: number }) {
  const { key, caption, says, alt, svg, note } = chart
  const { width, height } = drawingSize(svg)
  return (
    <figure id={key} className="report-chart">
      <figcaption>
        <strong>
          {reportText(language)('platform.report.chart', { number })} {caption}
        </strong>{' '}
        {says}
      </figcaption>
      {/* As a picture and not as part of the page: a drawing that was kept can then never act. */}
      <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} width={width} height={height} />
      {note ? (
        <p className="note">
          <ReportRuns content={note} language={language} />
        </p>
      ) : null}
    </figure>
  )
}
