import type { HeadGroup, ReportColumn, ReportTable } from './report.ts'

/** A column's heading and which column it is, counted from 0. */
export type PlacedHeading = ReportColumn & { place: number }

type HeadRows = {
  /** What stands over columns, and the first of them; undefined where the head has one row. */
  groups: (HeadGroup & { place: number })[] | undefined
  /** Headings that nothing stands over: they reach through both rows. */
  alone: PlacedHeading[]
  /** Headings of the lower row, or of the only one. */
  below: PlacedHeading[]
}

/** The rows of a table's head: no cell in them is empty, as an empty heading is read out as one. */
export function headRows({ columns, groups }: Pick<ReportTable, 'columns' | 'groups'>): HeadRows {
  const placed = columns.map((column, place) => ({ ...column, place }))
  if (!groups?.some(({ heading }) => heading !== '')) return { groups: undefined, alone: [], below: placed }
  let next = 0
  const over = groups.map((group) => {
    const place = next
    next += group.span
    return { ...group, place }
  })
  const hasGroup = ({ place }: PlacedHeading) =>
    over.some((group) => group.heading !== '' && place >= group.place && place < group.place + group.span)
  return {
    groups: over,
    alone: placed.filter((column) => !hasGroup(column)),
    below: placed.filter(hasGroup),
  }
}
