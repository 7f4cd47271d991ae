/** One known answer that a package must reproduce. */
export type ConformanceRow<Tools = void> = {
  what: string
  /** our numbers, made with what the package is handed in, such as a solver */
  ours: (tools: Tools) => number[]
  /** the digits as the source prints them, numbers apart by spaces */
  reference: string
  source: string
  /** largest difference allowed; without it every printed digit must agree */
  tolerance?: number
}

/** Makes a row of the table. */
export function row<Tools = void>(
  what: string,
  ours: (tools: Tools) => number[],
  reference: string,
  source: string,
): ConformanceRow<Tools> {
  return { what, ours, reference, source }
}

/** Our numbers of a row, printed with as many digits as its reference has. */
export function printOurs<Tools>({ ours, reference }: ConformanceRow<Tools>, tools: Tools): string {
  const digits = reference.split(' ')
  return ours(tools)
    .map((value, index) => printLike(digits[index] ?? '', value))
    .join(' ')
}

/** The table of the README, in Markdown with columns of even width. */
export function renderConformance<Tools>(rows: readonly ConformanceRow<Tools>[], tools: Tools): string {
  const lines = [
    ['what', 'ours', 'reference', 'source'],
    ...rows.map((each) => [each.what, printOurs(each, tools), each.reference, each.source]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  const rule = widths.map((width) => '-'.repeat(width))
  const padded = (cells: string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0))
  return [lines[0] ?? [], rule, ...lines.slice(1)]
    .map((cells) => `| ${padded(cells).join(' | ')} |`)
    .join('\n')
}

/** True when our numbers are what the source has: within the tolerance, or in every printed digit. */
export function isKept<Tools>(each: ConformanceRow<Tools>, tools: Tools): boolean {
  if (each.tolerance === undefined) return printOurs(each, tools) === each.reference
  const expected = each.reference.split(' ').map(Number)
  const ours = each.ours(tools)
  return (
    ours.length === expected.length &&
    ours.every((value, index) => Math.abs(value - (expected[index] ?? Number.NaN)) <= (each.tolerance ?? 0))
  )
}

function printLike(reference: string, value: number): string {
  const [mantissa = '', exponent] = reference.split('e')
  const decimals = mantissa.split('.')[1]?.length ?? 0
  if (exponent !== undefined) return value.toExponential(decimals)
  const printed = value.toFixed(decimals)
  return /^-?\./.test(reference) ? printed.replace(/^(-?)0\./, '$1.') : printed
}
