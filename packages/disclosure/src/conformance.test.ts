import { readFileSync } from 'node:fs'
import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { conformance, printOurs, renderConformance } from './conformance.ts'
import * as disclosure from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const solver = await loadHighs()

test.each(conformance)('$what $reference', (row) => {
  expect(printOurs(row, solver)).toBe(row.reference)
})

test('the README shows the conformance table as it is', () => {
  // The formatter pads the columns.
  const unpadded = readme.replace(/ +/g, ' ').replace(/-{3,}/g, '---')
  expect(unpadded).toContain(renderConformance(conformance, solver))
})

// Each line `expression // → value` of the example is run and compared with what the line promises.
test('the example in the README gives what it says', async () => {
  const example = readme.match(/```js\n([\s\S]*?)```/)?.[1] ?? ''
  const promised = [...example.matchAll(/^.+ \/\/ → (.+)$/gm)].map((line) => line[1])
  const body = example
    .replace(/import (\{[^}]+\}) from '@.+/, 'const $1 = disclosure')
    .replace(/import loadHighs from 'highs'\n/, '')
    .replace(/^(.+) \/\/ → .+$/gm, 'given.push($1)')
  const given: unknown[] = []
  const run = new Function('disclosure', 'loadHighs', 'given', `return (async () => {${body}})()`)
  await run(disclosure, loadHighs, given)
  expect(promised.length).toBeGreaterThan(3)
  expect(given.map(inWords)).toEqual(promised)
})

function inWords(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('"', "'")
    .replace(/'(\w+)':/g, '$1:')
    .replace(/([,:])(?=[^ ])/g, '$1 ')
    .replace(/^\{(.*)\}$/, '{ $1 }')
}
