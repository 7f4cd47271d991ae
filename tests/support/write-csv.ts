/** Rows as the text of a file, every cell between quotation marks. */
export function writeCsv(rows: readonly Readonly<Record<string, string | undefined>>[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const cell = (value = '') => `"${value.replaceAll('"', '""')}"`
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join())
  return [columns.join(), ...lines, ''].join('\n')
}
