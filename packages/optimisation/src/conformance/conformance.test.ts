import { readFileSync } from 'node:fs'
import loadHighs from 'highs'
import { expect, test } from 'vitest'
import * as optimisation from '../index.ts'
import { conformance, printOurs, renderConformance } from './conformance.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const solver = await loadHighs()

test.each(conformance)('$what is $reference', (row) => {
  expect(printOurs(row, solver)).toBe(row.reference)
})

test('the README shows the conformance table as it is', () => {
  // The formatter pads the columns.
  const unpadded = readme.replace(/ +/g, ' ').replace(/-{3,}/g, '---')
  expect(unpadded).toContain(renderConformance(conformance, solver))
})

// Each line `expression // → value` of the example is run and compared with what the line promises.
test('the example in the README gives what it says', () => {
  const example = readme.match(/```js\n([\s\S]*?)```/)?.[1] ?? ''
  const promised = [...example.matchAll(/^.+ \/\/ → (.+)$/gm)].map((line) => line[1])
  const body = example
    .replace(/^import .+ from 'highs'$/m, '')
    .replace(/^const solver = await .+$/m, '')
    .replace(/import (\{[^}]+\}) from .+/, 'const $1 = optimisation')
    .replace(/^(.+) \/\/ → .+$/gm, 'given.push($1)')
  const given: unknown[] = []
  new Function('optimisation', 'solver', 'given', body)(optimisation, solver, given)
  expect(promised.length).toBeGreaterThan(5)
  expect(given.map(inWords)).toEqual(promised)
})

function inWords(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toFixed(4)) : part))
    .replaceAll('"', "'")
    .replace(/'(\w+)':/g, '$1:')
    .replace(/([,:])/g, '$1 ')
    .replace(/^\{(.*)\}$/, '{ $1 }')
}
