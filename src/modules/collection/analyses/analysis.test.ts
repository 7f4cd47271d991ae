import { expect, test } from 'vitest'
import { readPages } from './analysis.ts'

const OURS = 'https://izaugsme.example'

test('pages that an analysis rests on are ours or whole addresses', () => {
  expect(readPages(`/liepaja/raditaji/14\n\n${OURS}/liepaja?a=1#b\nhttps://data.gov.lv/x`, OURS)).toEqual([
    { kind: 'page', address: '/liepaja/raditaji/14' },
    { kind: 'page', address: '/liepaja?a=1#b' },
    { kind: 'page', address: 'https://data.gov.lv/x' },
  ])
})

test.each(['liepaja/raditaji', 'javascript:alert(1)', '//evil.example/x', 'ftp://a.lv/b', '/a b'])(
  'is no such page: %s',
  (line) => {
    expect(readPages(line, OURS)).toBeUndefined()
  },
)
