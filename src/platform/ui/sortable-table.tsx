import { useLocation } from 'react-router'
import { addressWith } from '../asked.ts'
import { useSpeech } from '../i18n.tsx'
import { type Sort, type Sorting, sortOf, sortRows, writeSort } from './sort.ts'
import type { PlacedColumn } from './table-column.ts'

/** The order in which an address asks for a table; its page has refused what cannot be asked. */
export function useSort(sorting: Sorting): Sort | undefined {
  const { search } = useLocation()
  return sortOf(new URLSearchParams(search).get(sorting.parameter), sorting)
}

/** The rows of a table, or of a group in it, in the order that is asked for. */
export function useSorted<Row>(sorting: Sorting, columns: readonly PlacedColumn<Row>[]) {
  const { language } = useSpeech()
  const sort = useSort(sorting)
  const by = sort && columns.find((column) => column.sort?.key === sort.key)?.sort
  return (rows: readonly Row[]) =>
    by ? sortRows(rows, by.value, { isDescending: sort.isDescending, language }) : rows
}

type HeadingProps<Row> = { column: PlacedColumn<Row>; sorting: Sorting; table: string | undefined }

/** A heading by which its table can be sorted: the link says what it does, the arrow what has been done. */
export function SortHeading<Row>({ column, sorting, table }: HeadingProps<Row>) {
  const { text } = useSpeech()
  const location = useLocation()
  const current = useSort(sorting)
  if (!column.sort || !sorting.keys.includes(column.sort.key)) return column.heading
  const { key, first = 'up' } = column.sort
  const isCurrent = current?.key === key
  const isDescending = isCurrent ? !current.isDescending : first === 'down'
  const cleared = Object.fromEntries(sorting.pages.map((page) => [page, undefined]))
  const change = { ...cleared, [sorting.parameter]: writeSort({ key, isDescending }) }
  const does = text(isDescending ? 'platform.sort.down' : 'platform.sort.up')
  return (
    <a className="sort" href={addressWith(location, change, sorting.anchor)}>
      {column.heading}
      <span className="visually-hidden">
        {' '}
        – {table === undefined ? does : text('platform.sort.in', { does, table })}
      </span>
      <span className="arrow" aria-hidden="true">
        {isCurrent ? (current.isDescending ? '▼' : '▲') : '↕'}
      </span>
    </a>
  )
}
