import type { ReactElement, ReactNode } from 'react'
import type { Sortable } from './sort.ts'

/** One column of a table: its heading, and what each row has under it. */
export type Column<Row> = Named & {
  cell: (row: Row) => ReactNode
  /** Class of the heading and of all cells; `n` is for numbers. */
  className?: string
  /** Class that only the heading has besides. */
  headingClass?: string | undefined
  /** Class that only the cells have besides, or that some of them have. */
  cellClass?: string | ((row: Row) => string | undefined)
  /** What a link within the page names a cell by. */
  cellId?: (row: Row) => string
  /** By what the rows are put in order when the heading is followed; numbers often begin with the largest. */
  sort?: { key: string; value: (row: Row) => Sortable; first?: 'up' | 'down' }
}

/** A cell on a phone is labelled with its heading, or with `label`; null when it speaks for itself. */
type Named = { heading: string; label?: string | null } | { heading: ReactElement; label: string | null }

/** The first column names the row. One that some data need and others do not may be false or undefined. */
export type Columns<Row> = readonly [Column<Row>, ...(Column<Row> | false | undefined)[]]

/** A column that is drawn: its place is its key. */
export type PlacedColumn<Row> = Column<Row> & { key: string; isName: boolean; dataLabel: string | undefined }

/** Leaves out the columns that are not there, and labels the cells of the others. */
export function placeColumns<Row>(columns: Columns<Row>, hasLabels: boolean): PlacedColumn<Row>[] {
  return columns
    .filter((column) => !!column)
    .map((column, place) => ({
      ...column,
      key: String(place),
      isName: place === 0,
      dataLabel: hasLabels && place > 0 ? labelOf(column) : undefined,
    }))
}

function labelOf({ heading, label }: Named) {
  return label === undefined && typeof heading === 'string' ? heading : (label ?? undefined)
}

/** Several classes as one attribute, which is left out when there is none. */
export function joinClasses(...classes: (string | undefined)[]) {
  return classes.filter(Boolean).join(' ') || undefined
}
