import { joinClasses, type PlacedColumn } from './table-column.ts'

type Props<Row> = {
  columns: readonly PlacedColumn<Row>[]
  row: Row
  /** What the first cell names: its row, or the rows of its group as well. */
  names?: 'row' | 'rowgroup'
  id?: string | undefined
  className?: string | undefined
}

/** One row, with a cell under every heading. */
export function TableRow<Row>({ columns, row, names = 'row', id, className }: Props<Row>) {
  return (
    <tr className={className} id={id}>
      {columns.map((column) => {
        const attributes = {
          id: column.cellId?.(row),
          className: joinClasses(column.className, classOf(column, row)),
          'data-label': column.dataLabel,
        }
        return column.isName ? (
          <th key={column.key} scope={names} {...attributes}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} {...attributes}>
            {column.cell(row)}
          </td>
        )
      })}
    </tr>
  )
}

function classOf<Row>({ cellClass }: PlacedColumn<Row>, row: Row) {
  return typeof cellClass === 'function' ? cellClass(row) : cellClass
}
