/**
 * Columns that every table which is taken away has behind its own, so that a file says where it comes from wherever it
 * goes. Loading passes over them.
 */
export const ABOUT_COLUMNS = ['source_title_lv', 'source_title_en', 'licence', 'page'] as const

/** Stands beside rows about invented municipalities. */
export const GENERATED_COLUMN = 'generated'

/** Columns in which a row names the document that it was taken from. */
const SOURCE_COLUMNS = ['source', 'result_source']

/** The licence of what is ours in the data; figures belong to the sources that stand beside them. */
export const DATA_LICENCE = {
  name: 'CC BY 4.0',
  identifier: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const

/** Which of a table's columns names its source; undefined when its rows name none. */
export const sourceColumn = (columns: readonly string[]): number | undefined => {
  const index = columns.findIndex((column) => SOURCE_COLUMNS.includes(column))
  return index < 0 ? undefined : index
}

/** What stands behind the columns of a table. */
export const aboutColumnsOf = (columns: readonly string[]): string[] => {
  const isCited = sourceColumn(columns) !== undefined
  const titled = ABOUT_COLUMNS.filter((column) => isCited || !column.startsWith('source_title'))
  return titled.filter((column) => !columns.includes(column))
}

/** Whether a heading is one that only says where a file comes from. */
export const isAboutColumn = (heading: string): boolean =>
  heading === GENERATED_COLUMN || (ABOUT_COLUMNS as readonly string[]).includes(heading)
