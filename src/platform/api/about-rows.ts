import type { CsvCell } from '../csv.ts'
import { aboutColumnsOf, DATA_LICENCE, sourceColumn } from '../table-files/about-columns.ts'
import type { LocalText } from '../texts/text.ts'

/** What a table says of where its rows come from. */
export type FileFacts<Item> = {
  /** Titles of the documents that rows name, by key. */
  sources?: ReadonlyMap<string, LocalText>
  /** The same where a key means another document in another municipality. */
  titleOf?: (item: Item) => LocalText | undefined
  /** The page on which an item is seen, in Latvian. */
  pageOf?: (item: Item) => string
}

/** The columns of a list with those that say where its rows come from. */
export const withAboutColumns = (header: readonly string[]): string[] => [
  ...header,
  ...aboutColumnsOf(header),
]

/** Puts behind each row of an item what says where it comes from: source, licence, page. */
export function withAbout<Item>(
  header: readonly string[],
  items: readonly Item[],
  rowsOf: (item: Item) => CsvCell[][],
  { sources, titleOf, pageOf }: FileFacts<Item>,
  origin: string,
): CsvCell[][] {
  const about = aboutColumnsOf(header)
  const named = sourceColumn(header)
  return items.flatMap((item) => {
    const page = pageOf?.(item)
    return rowsOf(item).map((row) => {
      const title =
        named === undefined ? undefined : (titleOf?.(item) ?? sources?.get(String(row[named] ?? '')))
      const cells: Record<string, CsvCell> = {
        source_title_lv: title?.lv,
        source_title_en: title?.en,
        licence: DATA_LICENCE.name,
        page: page === undefined ? null : `${origin}${page}`,
      }
      return [...row, ...about.map((column) => cells[column])]
    })
  })
}
