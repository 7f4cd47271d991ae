import type { Language } from '../texts/text.ts'
import type { Inline, ReportRow, ReportTable } from './report.ts'
import { ReportRuns } from './report-runs.tsx'
import { headRows, type PlacedHeading } from './table-head.ts'
import { turns } from './table-width.ts'
import { reportText } from './words.ts'

type Props = { table: ReportTable; language: Language; number: number }

/** A table of a report; on a phone each row becomes a card whose cells say what they are. */
export function ReportTableBlock({ table, language, number }: Props) {
  const { key, caption, says, note } = table
  const drawn = (
    <table className="cards" id={key}>
      <caption>
        <strong>
          {reportText(language)('platform.report.table', { number })} {caption}
        </strong>{' '}
        {says}
      </caption>
      <Head table={table} />
      {together(table.rows).map((rows, place) => (
        <tbody key={String(place)}>
          {rows.map((row, line) => (
            <Row key={String(line)} row={row} table={table} language={language} />
          ))}
        </tbody>
      ))}
    </table>
  )
  return (
    <div className="report-table">
      {turns(table) ? (
        // Wider than some windows: whoever uses a keyboard has to be able to move it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        <section className="scroll wide" aria-label={caption} tabIndex={0}>
          {drawn}
        </section>
      ) : (
        drawn
      )}
      {note ? (
        <p className="note">
          <ReportRuns content={note} language={language} />
        </p>
      ) : null}
    </div>
  )
}

function Head({ table }: { table: ReportTable }) {
  const { alone, below, groups } = headRows(table)
  const heading = ({ heading, isNumber, place }: PlacedHeading, rowSpan?: number) => (
    <th key={place} scope="col" rowSpan={rowSpan} className={isNumber ? 'n' : undefined}>
      {heading}
    </th>
  )
  if (groups === undefined)
    return (
      <thead>
        <tr>{below.map((column) => heading(column))}</tr>
      </thead>
    )
  return (
    <thead>
      <tr>
        {groups.map(({ heading: over, span, place }) =>
          over === '' ? (
            alone
              .filter((column) => column.place >= place && column.place < place + span)
              .map((column) => heading(column, 2))
          ) : (
            <th key={`group ${place}`} scope="colgroup" colSpan={span}>
              {over}
            </th>
          ),
        )}
      </tr>
      <tr>{below.map((column) => heading(column))}</tr>
    </thead>
  )
}

function Row({
  row: { cells, isLead, isTotal },
  table,
  language,
}: {
  row: ReportRow
  table: ReportTable
  language: Language
}) {
  const labels = labelsOf(table)
  if (isLead)
    return (
      <tr className="group">
        <th scope="rowgroup" colSpan={table.columns.length}>
          <ReportRuns content={cells[0] ?? []} language={language} />
        </th>
      </tr>
    )
  return (
    <tr className={isTotal ? 'report-total' : undefined}>
      {cells.map((content, place) => (
        <Cell
          key={String(place)}
          content={content}
          language={language}
          label={place === 0 ? undefined : labels[place]}
          isNumber={table.columns[place]?.isNumber}
        />
      ))}
    </tr>
  )
}

type CellProps = {
  content: Inline
  language: Language
  /** Its heading; the first cell has none, as it is the heading of its row. */
  label: string | undefined
  isNumber: true | undefined
}

function Cell({ content, language, label, isNumber }: CellProps) {
  const said = <ReportRuns content={content} language={language} />
  const className = isNumber ? 'n' : undefined
  return label === undefined ? (
    <th scope="row" className={className}>
      {said}
    </th>
  ) : (
    <td className={className} data-label={label}>
      {said}
    </td>
  )
}

/** What a cell is called by itself: its heading, after the one that stands over it. */
function labelsOf({ columns, groups = [] }: ReportTable): string[] {
  const over = groups.flatMap(({ heading, span }) => Array.from({ length: span }, () => heading))
  return columns.map(({ heading }, place) => [over[place], heading].filter(Boolean).join(', '))
}

/** Rows under the row that leads them. */
function together(rows: readonly ReportRow[]): ReportRow[][] {
  const groups: ReportRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last === undefined || row.isLead) groups.push([row])
    else last.push(row)
  }
  return groups
}
