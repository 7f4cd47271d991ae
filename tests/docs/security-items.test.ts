import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const LINK = /`((?:src|tests|packages|docs|scripts)\/[^`\s]+|[^`\s/]+\.test\.tsx?)`/g
const named = [...readFileSync('docs/security.md', 'utf8').matchAll(LINK)].map(([, path = '']) => path)

test('every file that an item of security names is there', () => {
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((path) => globSync(path).length === 0)).toEqual([])
})

test('every item names a file or a reason', () => {
  const rows = readFileSync('docs/security.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+\.\d+/.test(line))
  expect(rows.length).toBeGreaterThan(100)
  const unproved = rows.filter((row) => !/`[^`]+`|reason:|decision \d/i.test(row.split('|').at(-2) ?? ''))
  expect(unproved).toEqual([])
})
