import type { ReactNode } from 'react'
import type { Sorting } from './sort.ts'
import { SortHeading, useSort, useSorted } from './sortable-table.tsx'
import { type Columns, joinClasses, type PlacedColumn, placeColumns } from './table-column.ts'
import { TableRow } from './table-row.tsx'

export type { Column, Columns } from './table-column.ts'

/** Rows that belong together, under what they have in common. */
export type RowGroup<Row> = {
  key: string
  /** What stands over the rows, across all columns. */
  lead?: ReactNode
  leadId?: string
  /** A row about the whole group, above its rows and in the same columns. */
  total?: Row
  rows: readonly Row[]
}

type Look<Row> = {
  rowKey: (row: Row) => string
  /** What a link within the page names a row by. */
  rowId?: (row: Row) => string | undefined
  /** Rows of a group are parts of what its lead names, and stand indented under it. */
  isNested?: boolean
}

type Props<Row> = Look<Row> & {
  caption: ReactNode
  columns: Columns<Row>
  className?: string | undefined
  /** Fits a phone as it is: there its rows do not become cards, and cells need no label. */
  isNarrow?: boolean
  /** By what readers may sort it, by links in the headings of the columns that have a `sort`. */
  sorting?: Sorting | undefined
  /** What links of its headings call it, where another table of the page has the same headings. */
  name?: string
} & ({ rows: readonly Row[] } | { groups: readonly RowGroup<Row>[] })

/**
 * A table drawn from its columns, so that headings, cells, spans and the labels of cells on a phone cannot
 * part. The first column names the row. Sorted, rows of a group stay together.
 */
export function Table<Row>({ sorting, ...props }: Props<Row>) {
  const count = 'groups' in props ? props.groups.flatMap(({ rows }) => rows).length : props.rows.length
  // One row is in every order.
  return sorting && count > 1 ? (
    <SortedTable {...props} sorting={sorting} />
  ) : (
    <TableAsGiven {...props} id={sorting?.anchor} />
  )
}

function SortedTable<Row>({ sorting, name, ...props }: Props<Row> & { sorting: Sorting }) {
  const sorted = useSorted(sorting, placeColumns(props.columns, false))
  const sort = useSort(sorting)
  const inOrder =
    'groups' in props
      ? { ...props, groups: props.groups.map((group) => ({ ...group, rows: sorted(group.rows) })) }
      : { ...props, rows: sorted(props.rows) }
  return (
    <TableAsGiven
      {...inOrder}
      id={sorting.anchor}
      className={joinClasses('sortable', props.className)}
      heading={(column) => <SortHeading column={column} sorting={sorting} table={name} />}
      directionOf={({ sort: own }) => {
        if (!sort || own?.key !== sort.key) return undefined
        return sort.isDescending ? 'descending' : 'ascending'
      }}
    />
  )
}

type DrawnProps<Row> = Omit<Props<Row>, 'sorting' | 'name'> &
  ({ rows: readonly Row[] } | { groups: readonly RowGroup<Row>[] }) & {
    id?: string | undefined
    heading?: (column: PlacedColumn<Row>) => ReactNode
    directionOf?: (column: PlacedColumn<Row>) => 'ascending' | 'descending' | undefined
  }

function TableAsGiven<Row>({
  caption,
  columns,
  className,
  id,
  isNarrow = false,
  heading = (column) => column.heading,
  directionOf = () => undefined,
  ...body
}: DrawnProps<Row>) {
  const placed = placeColumns(columns, !isNarrow)
  const groups = 'groups' in body ? body.groups : [{ key: 'all', rows: body.rows }]
  return (
    <table id={id} className={joinClasses(isNarrow ? undefined : 'cards', className)}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {placed.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={joinClasses(column.className, column.headingClass)}
              aria-sort={directionOf(column)}
            >
              {heading(column)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <TableBody key={group.key} columns={placed} group={group} {...body} />
      ))}
    </table>
  )
}

type BodyProps<Row> = Look<Row> & { columns: readonly PlacedColumn<Row>[]; group: RowGroup<Row> }

function TableBody<Row>({ columns, group, rowKey, rowId, isNested = false }: BodyProps<Row>) {
  const { lead, leadId, total, rows } = group
  return (
    <tbody>
      {lead ? (
        <tr className={isNested ? 'lead' : 'group'} id={leadId}>
          <th scope="rowgroup" colSpan={columns.length}>
            {lead}
          </th>
        </tr>
      ) : null}
      {total === undefined ? null : (
        <TableRow columns={columns} row={total} names="rowgroup" className="group" />
      )}
      {rows.map((row) => (
        <TableRow
          key={rowKey(row)}
          columns={columns}
          row={row}
          id={rowId?.(row)}
          className={lead && isNested ? 'inner' : undefined}
        />
      ))}
    </tbody>
  )
}
