import type { AskedValues } from '../asked.ts'
import { type Language, LOCALES } from '../texts/text.ts'

/** By what the rows of a table can be put in order, and how its address asks for it. */
export type Sorting<Key extends string = string> = {
  /** Name of the parameter; each sortable table of a page has its own. */
  parameter: string
  keys: readonly Key[]
  /** Id of the table, to which the links of its headings lead. */
  anchor: string
  /** Names of parameters that ask for a page of the list, which mean nothing in another order. */
  pages: readonly string[]
}

/** An order that is asked for. */
export type Sort<Key extends string = string> = { key: Key; isDescending: boolean }

/** What a row has in a column that can be sorted by; null or undefined where it is missing. */
export type Sortable = string | number | null | undefined

/** Declares by what a table can be sorted. The page names `parameter` among those that it reads, and reads it by {@link readSort}. */
export function defineSorting<Key extends string>(
  keys: readonly Key[],
  {
    parameter = 'sort',
    anchor,
    pages = [],
  }: { parameter?: string; anchor: string; pages?: readonly string[] },
): Sorting<Key> {
  return { parameter, keys, anchor, pages }
}

/** The order that an address asks for; undefined for the usual one. `?sort=name` goes up, `?sort=-name` goes down. */
export function readSort<Key extends string>(
  asked: AskedValues,
  sorting: Sorting<Key>,
): Sort<Key> | undefined {
  const allowed = sorting.keys.flatMap((key) => [key, `-${key}`])
  return sortOf(asked.oneOf(sorting.parameter, allowed), sorting)
}

/** The order that a parameter's value names; undefined when it names none. */
export function sortOf<Key extends string>(
  value: string | null | undefined,
  { keys }: Pick<Sorting<Key>, 'keys'>,
): Sort<Key> | undefined {
  const isDescending = value?.startsWith('-') ?? false
  const key = keys.find((one) => one === (isDescending ? value?.slice(1) : value))
  return key === undefined ? undefined : { key, isDescending }
}

/** How an address asks for an order. */
export const writeSort = ({ key, isDescending }: Sort) => (isDescending ? `-${key}` : key)

/**
 * Puts rows in order, as the language orders words and with numbers by their size. What is missing stands last in
 * both directions, and rows that are alike stay as they were.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  read: (row: Row) => Sortable,
  { isDescending, language }: { isDescending: boolean; language: Language },
): Row[] {
  const { compare } = new Intl.Collator(LOCALES[language], { numeric: true })
  const sign = isDescending ? -1 : 1
  return rows
    .map((row) => ({ row, value: read(row) }))
    .sort((a, b) => {
      if (isMissing(a.value) || isMissing(b.value))
        return Number(isMissing(a.value)) - Number(isMissing(b.value))
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value)
      return sign * compare(String(a.value), String(b.value))
    })
    .map(({ row }) => row)
}

const isMissing = (value: Sortable): value is null | undefined | '' =>
  value === null || value === undefined || value === '' || Number.isNaN(value)
