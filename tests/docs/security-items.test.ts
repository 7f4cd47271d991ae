import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * How many items of level 1 and 2 each section of ASVS 5.0.0 has, of the chapters that are gone through. In all of
 * them these stand before those of level 3.
 */
const ASKED: Readonly<Record<string, number>> = {
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '10.1': 2, '10.2': 2, '10.5': 5 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
}

const PATH = /`((?:src|tests|packages|docs|scripts)\/[^`\s]+)`/g

type Item = { item: string; proof: string }

/** Rows of the tables of items: what is asked for, and what answers it. */
function itemsOf(markdown: string): Item[] {
  const items: Item[] = []
  let isItems = false
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) isItems = false
    const [, item = '', , proof = ''] = line.split('|').map((cell) => cell.trim())
    if (isItems && !item.startsWith('---')) items.push({ item, proof })
    if (item === 'item') isItems = true
  }
  return items
}

/** What is wrong with the proof of an item; nothing when it names files and tests that there are, or a reason. */
function faultsOf({ item, proof }: Item): string[] {
  const paths = [...proof.matchAll(PATH)].map(([, path = '']) => path)
  const titles = [...proof.matchAll(/`([^`]+)`: “([^”]+)”/g)]
  const isAnswered = paths.length > 0 || /\b(Reason|Not done)\b/.test(proof)
  return [
    ...(isAnswered ? [] : [`${item}: neither a file nor a reason`]),
    ...paths.filter((path) => globSync(path).length === 0).map((path) => `${item}: no file ${path}`),
    ...titles.flatMap(([, path = '', title = '']) =>
      globSync(path).some((file) => readFileSync(file, 'utf8').includes(title))
        ? []
        : [`${item}: no test “${title}” in ${path}`],
    ),
  ]
}

const items = itemsOf(readFileSync('docs/security.md', 'utf8'))
const numbersOf = ({ item }: Item) => item.match(/\b\d+\.\d+\.\d+\b/g) ?? []

test('every item names a file, with a test that is in it, or a reason', () => {
  expect(items.length).toBeGreaterThan(120)
  expect(items.flatMap(faultsOf)).toEqual([])
})

test('an item without either, or with what is no longer there, is named', () => {
  const planted = `
| item | how | test or reason |
| --- | --- | --- |
| 1.1.1 Silent | by \`code\` | it does |
| 1.1.2 Gone | | \`tests/docs/gone.test.ts\` |
| 1.1.3 Renamed | | \`tests/docs/write.ts\`: “another title” |
| 1.1.4 Answered | | Not done: nobody asked |`
  expect(itemsOf(planted).flatMap(faultsOf)).toEqual([
    '1.1.1 Silent: neither a file nor a reason',
    '1.1.2 Gone: no file tests/docs/gone.test.ts',
    '1.1.3 Renamed: no test “another title” in tests/docs/write.ts',
  ])
})

test('no item of level 1 or 2 is missing, and none stands twice', () => {
  const told = items.flatMap(numbersOf)
  const asked = Object.entries(ASKED).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  )
  expect(asked.filter((number) => !told.includes(number))).toEqual([])
  expect(told.filter((number, index) => told.indexOf(number) !== index)).toEqual([])
  const further = items.filter((one) => !one.item.includes('(level 3)')).flatMap(numbersOf)
  expect(further.filter((number) => !asked.includes(number))).toEqual([])
})

/** What is typed into a form of figures waits in the browser until it is on the server; nobody's names are in it. */
const OUTBOX = [
  'src/modules/collection/islands/forms-worker.island.ts',
  'src/modules/collection/islands/keep-page.ts',
  'src/modules/collection/islands/outbox.ts',
]

test('no script of ours keeps anything in the browser, but forms of figures until they are sent', () => {
  const scripts = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.(test|server)\.tsx?$/.test(file))
  expect(scripts.length).toBeGreaterThan(300)
  const STORES = /\b(localStorage|sessionStorage|indexedDB|caches)\b|document\.cookie/
  expect(scripts.filter((file) => STORES.test(readFileSync(file, 'utf8'))).toSorted()).toEqual(OUTBOX)
})
