import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as statistics from '../index.ts'
import { conformance } from './conformance.ts'
import { printOurs, renderConformance } from './conformance-row.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

test.each(conformance)('$what is $reference', (row) => {
  expect(printOurs(row)).toBe(row.reference)
})

test('the README shows the conformance table as it is', () => {
  // The formatter pads the columns.
  const unpadded = readme.replace(/ +/g, ' ').replace(/-{3,}/g, '---')
  expect(unpadded).toContain(renderConformance(conformance))
})

// Each line `expression // → value` of the example is run and compared with what the line promises.
test('the example in the README gives what it says', () => {
  const example = readme.match(/```js\n([\s\S]*?)```/)?.[1] ?? ''
  const promised = [...example.matchAll(/^.+ \/\/ → (.+)$/gm)].map((line) => line[1])
  const body = example
    .replace(/import (\{[^}]+\}) from .+/, 'const $1 = statistics')
    .replace(/^(.+) \/\/ → .+$/gm, 'given.push($1)')
  const given: unknown[] = []
  new Function('statistics', 'given', body)(statistics, given)
  expect(promised.length).toBeGreaterThan(3)
  expect(given.map(inWords)).toEqual(promised)
})

function inWords(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toFixed(4)) : part))
    .replaceAll('"', "'")
    .replace(/'(\w+)':/g, '$1:')
    .replace(/([,:])/g, '$1 ')
    .replace(/^\{(.*)\}$/, '{ $1 }')
}
