import type {
  Block,
  HeadGroup,
  Inline,
  ReportColumn,
  ReportRow,
  ReportSection,
  ReportTable,
} from '#platform/reports/report.ts'
import type { TextKey } from '#platform/texts/text.ts'
import type { Pen } from './pen.ts'
import { plainRun } from './pen.ts'

/** A column with what stands in it. */
export type Column<Row> = ReportColumn & { cell: (row: Row) => Inline | string }

type Group<Row> = { lead?: Inline; rows: readonly Row[] }

type Described<Row> = {
  key: string
  caption: string
  says: string
  columns: readonly Column<Row>[]
  headGroups?: readonly HeadGroup[]
  rows?: readonly Row[]
  groups?: readonly Group<Row>[]
  total?: Row
  note?: Inline
}

/** A table of rows; nothing where there are none, so that no report shows an empty one. */
export function table<Row>(described: Described<Row>): ReportTable[] {
  const { key, caption, says, columns, headGroups, rows = [], total, note } = described
  const groups = described.groups ?? [{ rows }]
  const rowOf = (row: Row, more: Partial<ReportRow> = {}): ReportRow => ({
    cells: columns.map(({ cell }) => asInline(cell(row))),
    ...more,
  })
  const body = groups.flatMap(({ lead, rows: some }) => [
    ...(lead && some.length > 0 ? [{ cells: [lead], isLead: true as const }] : []),
    ...some.map((row) => rowOf(row)),
  ])
  if (body.length === 0) return []
  return [
    {
      kind: 'table',
      key,
      caption,
      says,
      ...(headGroups ? { groups: headGroups } : {}),
      columns: columns.map(({ heading, isNumber, share }) => ({
        heading,
        ...(isNumber ? { isNumber } : {}),
        ...(share === undefined ? {} : { share }),
      })),
      rows: total === undefined ? body : [...body, rowOf(total, { isTotal: true })],
      ...(note ? { note } : {}),
    },
  ]
}

const asInline = (cell: Inline | string): Inline => (typeof cell === 'string' ? plainRun(cell) : cell)

export const paragraph = (content: Inline): Block => ({ kind: 'paragraph', content })
export const note = (content: Inline, tone: 'plain' | 'warning' = 'plain'): Block => ({
  kind: 'note',
  tone,
  content,
})

/** Some lines as a list; nothing where there are none. */
export const list = (items: readonly Inline[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }]

/** A section; that something is not held is said in its own words instead of leaving it out. */
export function section(
  pen: Pen,
  key: string,
  title: TextKey,
  blocks: readonly Block[],
  { sections = [], without }: { sections?: readonly ReportSection[]; without?: TextKey } = {},
): ReportSection {
  const isEmpty = blocks.length === 0 && sections.length === 0
  return {
    key,
    title: pen.word(title),
    blocks: isEmpty && without ? [note(pen.line(without))] : blocks,
    ...(sections.length > 0 ? { sections } : {}),
  }
}
