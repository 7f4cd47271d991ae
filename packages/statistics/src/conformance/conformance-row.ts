/** One known answer. `reference` holds the digits as the source prints them, numbers apart by spaces. */
export type ConformanceRow = { what: string; ours: () => number[]; reference: string; source: string }

/** Our numbers of a row, printed with as many digits as its reference has. */
export function printOurs({ ours, reference }: ConformanceRow): string {
  const digits = reference.split(' ')
  return ours()
    .map((value, index) => printLike(digits[index] ?? '', value))
    .join(' ')
}

/** The table of the README, in Markdown. */
export function renderConformance(rows: readonly ConformanceRow[]): string {
  const lines = rows.map(
    (each) => `| ${each.what} | ${printOurs(each)} | ${each.reference} | ${each.source} |`,
  )
  return ['| what | ours | reference | source |', '| --- | --- | --- | --- |', ...lines].join('\n')
}

function printLike(reference: string, value: number): string {
  const [mantissa = '', exponent] = reference.split('e')
  const decimals = mantissa.split('.')[1]?.length ?? 0
  return exponent === undefined ? value.toFixed(decimals) : value.toExponential(decimals)
}

/** Makes a row. */
export function row(what: string, ours: () => number[], reference: string, source: string): ConformanceRow {
  return { what, ours, reference, source }
}
