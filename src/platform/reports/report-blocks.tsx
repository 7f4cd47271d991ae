import type { ReactNode } from 'react'
import type { PlatformTextKey } from '../texts/keys.ts'
import type { Language } from '../texts/text.ts'
import type { Block, Inline, ReportChart } from './report.ts'
import { ReportRuns } from './report-runs.tsx'
import { ReportTableBlock } from './report-table.tsx'
import { clean, reportText } from './words.ts'

type Props = { block: Block; language: Language; number: number }

/** One part of a section; `number` is that of a table or chart within the report. */
export function ReportBlock({ block, language, number }: Props) {
  const text = reportText(language)
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
    case 'note':
      return (
        <Aside
          look={block.tone}
          label={block.tone === 'warning' ? 'platform.report.warning' : 'platform.report.note'}
          language={language}
        >
          <p>{runs(block.content)}</p>
        </Aside>
      )
    case 'finding':
      return (
        <Aside look="finding" label="platform.report.finding" title={block.title} language={language}>
          <p>{runs(block.content)}</p>
          {block.certainty === null ? null : (
            <p className="quiet">
              {text('platform.report.certainty')} {block.certainty}
            </p>
          )}
        </Aside>
      )
    case 'question':
      return (
        <Aside look="question" label="platform.report.question" language={language}>
          <p>{runs(block.content)}</p>
          <p className="quiet">
            {text('platform.report.basis')} {runs(block.basis)}
          </p>
        </Aside>
      )
    case 'commentary':
      return (
        <Aside look="commentary" label="platform.report.commentary" language={language}>
          {block.paragraphs.map((paragraph, place) => (
            <p key={String(place)} className="report-words">
              {clean(paragraph)}
            </p>
          ))}
        </Aside>
      )
  }
}

type AsideProps = {
  look: string
  label: PlatformTextKey
  title?: string
  language: Language
  children: ReactNode
}

function Aside({ look, label, title, language, children }: AsideProps) {
  return (
    <div className={`report-aside ${look}`}>
      <p>
        <strong>
          {reportText(language)(label)}
          {title === undefined ? null : `: ${title}`}
        </strong>
      </p>
      {children}
    </div>
  )
}

function Chart({ chart, language, number }: { chart: ReportChart; language: Language; number: number }) {
  const { key, caption, says, alt, svg, note } = chart
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg) ?? []
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
