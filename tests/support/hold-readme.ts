import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ConformanceRow, isKept, printOurs, renderConformance } from './conformance.ts'

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

/**
 * Tests that known answers come out, that the README shows their table, and that its example gives what it says.
 * With WRITE_README set, the table is written into the README first.
 */
export function holdReadme<Tools>(promise: ReadmePromise<Tools>): void {
  const { readme, tools, imports, decimals } = promise
  const text = readFileSync(readme, 'utf8')
  const rows = promise.rows.map((each) => ({ ...each, ours: onlyOnce(each.ours) }))

  test.each(rows)('$what is $reference', (each) => {
    expect(isKept(each, tools), printOurs(each, tools)).toBe(true)
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

/** A known answer may take long to compute: it is asked for by its own test, and again by the table's. */
function onlyOnce<Tools>(ours: (tools: Tools) => number[]) {
  let known: number[] | undefined
  return (tools: Tools) => {
    known ??= ours(tools)
    return known
  }
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

function inWords(value: unknown, decimals: number): string {
  const rounded = (_: string, part: unknown) =>
    typeof part === 'number' ? Number(part.toFixed(decimals)) : part
  return JSON.stringify(value, rounded)
    .replaceAll('"', "'")
    .replace(/'(\w+)':/g, '$1:')
    .replace(/([,:])(?=[^ ])/g, '$1 ')
    .replace(/^\{(.*)\}$/, '{ $1 }')
}
