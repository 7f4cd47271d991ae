import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'

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

/** How a package is held to what its README says. */
export type ReadmePromise<Tools> = {
  readme: URL
  rows: readonly ConformanceRow<Tools>[]
  tools: Tools
  /** what the example may import, by the name of the package */
  imports: Readonly<Record<string, object>>
  /** decimals that the example shows at most */
  decimals: number
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

/**
 * Tests that known answers come out, that the README shows their table, and that its example gives what it says.
 * With WRITE_README set, the table is written into the README first.
 */
export function holdReadme<Tools>({ readme, rows, tools, imports, decimals }: ReadmePromise<Tools>): void {
  const text = readFileSync(readme, 'utf8')

  test.each(rows)('$what is $reference', (each) => {
    if (each.tolerance === undefined) expect(printOurs(each, tools)).toBe(each.reference)
    else expect(furthest(each.ours(tools), each.reference)).toBeLessThanOrEqual(each.tolerance)
  })

  test('the README shows the conformance table as it is', () => {
    if (process.env.WRITE_README) writeFileSync(readme, withTable(text, renderConformance(rows, tools)))
    expect(readFileSync(readme, 'utf8')).toContain(renderConformance(rows, tools))
  })

  test('the example in the README gives what it says', async () => {
    const { promised, given } = await runExample(text, imports)
    expect(promised.length).toBeGreaterThan(3)
    expect(given.map((value) => inWords(value, decimals))).toEqual(promised)
  })
}

/** Runs the first example of a README: each line `expression // → value` against what it promises. */
async function runExample(text: string, imports: ReadmePromise<unknown>['imports']) {
  const example = text.match(/```js\n([\s\S]*?)```/)?.[1] ?? ''
  const promised = [...example.matchAll(/^.+ \/\/ → (.+)$/gm)].map((line) => line[1])
  const body = example
    .replace(/import (\{[^}]+\}) from '(.+)'/g, "const $1 = imports['$2']")
    .replace(/import (\w+) from '(.+)'/g, "const $1 = imports['$2'].default")
    .replace(/^(.+) \/\/ → .+$/gm, 'given.push($1)')
  const given: unknown[] = []
  await new Function('imports', 'given', `return (async () => {${body}})()`)(imports, given)
  return { promised, given }
}

/** The README with this table in the place of the one it has. */
function withTable(text: string, table: string): string {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => /^\| what +\| ours/.test(line))
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'))
  lines.splice(start, length === -1 ? lines.length : length, table)
  return lines.join('\n')
}

function furthest(ours: number[], reference: string): number {
  const expected = reference.split(' ').map(Number)
  if (ours.length !== expected.length) return Number.POSITIVE_INFINITY
  return Math.max(...ours.map((value, index) => Math.abs(value - (expected[index] ?? Number.NaN))))
}

function printLike(reference: string, value: number): string {
  const [mantissa = '', exponent] = reference.split('e')
  const decimals = mantissa.split('.')[1]?.length ?? 0
  if (exponent !== undefined) return value.toExponential(decimals)
  const printed = value.toFixed(decimals)
  return /^-?\./.test(reference) ? printed.replace(/^(-?)0\./, '$1.') : printed
}

function inWords(value: unknown, decimals: number): string {
  const rounded = (_: string, part: unknown) =>
    typeof part === 'number' ? Number(part.toFixed(decimals)) : part
  return JSON.stringify(value, rounded)
    .replaceAll('"', "'")
    .replace(/'(\w+)':/g, '$1:')
    .replace(/([,:])(?=[^ ])/g, '$1 ')
    .replace(/^\{(.*)\}$/, '{ $1 }')
}
