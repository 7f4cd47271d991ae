import type { ReactNode } from 'react'
import { numbersOf } from './numbers.ts'
import type { Report, ReportSection } from './report.ts'
import { ReportBlock } from './report-blocks.tsx'
import { ReportRuns, TodayContext } from './report-runs.tsx'
import { reportText, sayAsOf, sectionId } from './words.ts'

type Props = {
  report: Report
  /** What cited figures are today, by their ids: where that is not what the report says, it stands beside them. */
  today?: ReadonlyMap<string, string>
  /** What a page adds below a section of this key, as a way to write its commentary. */
  below?: (section: ReportSection) => ReactNode
}

/**
 * A report within a page: from its subtitle on, as the page's own title is its first heading. Needs no script.
 */
export function ReportBody({ report, today, below }: Props) {
  const numbers = numbersOf(report)
  return (
    <TodayContext value={today}>
      <div className="report" lang={report.language}>
        <p className="report-subtitle">{report.subtitle}</p>
        <p className="quiet">{sayAsOf(report.language, report.on)}</p>
        {report.facts.length > 0 ? (
          <dl className="report-facts">
            {report.facts.map(({ label, content }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <ReportRuns content={content} language={report.language} />
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
        {report.sections.length > 1 ? (
          <nav className="report-contents" aria-labelledby="report-contents">
            <h2 id="report-contents">{reportText(report.language)('platform.report.contents')}</h2>
            <Contents sections={report.sections} />
          </nav>
        ) : null}
        {report.sections.map((section) => (
          <Section
            key={section.key}
            section={section}
            level={1}
            report={report}
            numbers={numbers}
            below={below}
          />
        ))}
      </div>
    </TodayContext>
  )
}

function Contents({ sections }: { sections: readonly ReportSection[] }) {
  return (
    <ol>
      {sections.map(({ key, title, sections: inner = [] }) => (
        <li key={key}>
          <a href={`#${encodeURIComponent(sectionId(key))}`}>{title}</a>
          {inner.length > 0 ? <Contents sections={inner} /> : null}
        </li>
      ))}
    </ol>
  )
}

const HEADINGS = ['h2', 'h3', 'h4'] as const

type SectionProps = {
  section: ReportSection
  level: number
  report: Report
  numbers: ReadonlyMap<string, number>
  below: Props['below'] | undefined
}

/** A great section with sections of its own is folded, so that nobody scrolls through all of a report for one of them. */
function Section(props: SectionProps) {
  const { section, level } = props
  const Heading = HEADINGS[level - 1] ?? 'h4'
  const heading = <Heading id={sectionId(section.key)}>{section.title}</Heading>
  const isFolded = level === 1 && (section.sections ?? []).length > 0
  return (
    // Only the great ones are landmarks: the inner ones have the same titles again and again.
    <section aria-labelledby={level === 1 ? sectionId(section.key) : undefined}>
      {isFolded ? (
        <details className="fold">
          <summary>{heading}</summary>
          <SectionContent {...props} />
        </details>
      ) : (
        <>
          {heading}
          <SectionContent {...props} />
        </>
      )}
    </section>
  )
}

function SectionContent({ section, level, report, numbers, below }: SectionProps) {
  return (
    <>
      {section.blocks.map((block, place) => (
        <ReportBlock
          key={'key' in block ? block.key : `${block.kind} ${place}`}
          block={block}
          language={report.language}
          number={'key' in block ? (numbers.get(block.key) ?? 0) : 0}
        />
      ))}
      {below?.(section)}
      {section.sections?.map((inner) => (
        <Section
          key={inner.key}
          section={inner}
          level={level + 1}
          report={report}
          numbers={numbers}
          below={below}
        />
      ))}
    </>
  )
}
