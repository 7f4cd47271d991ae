import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Tags, spans and labels of a table, which only `platform/ui/table.tsx` writes. */
const BY_HAND = /<(table|caption|thead|tbody|tfoot|tr|th|td)\b|\b(col|row)Span\b|\bdata-label\b/

test('every table of a module is drawn from columns, so that headings and cells cannot part', () => {
  const files = globSync('src/{app,modules}/**/*.tsx', { cwd: root })
  expect(files.length).toBeGreaterThan(100) // 0 would mean that nothing was looked at
  const byHand = files.filter((file) => BY_HAND.test(readFileSync(`${root}/${file}`, 'utf8')))
  expect(byHand).toEqual([])
})

test.each([
  '<th scope="col">',
  '<td>',
  '<table className="cards">',
  '<tr\n',
  '{ colSpan: periods.length + 5 }',
  '<li data-label={label}>',
])('notices %j', (written) => {
  expect(written).toMatch(BY_HAND)
})

test.each(['<Table caption={caption}', '<Thing>', '<theme-choice>', '<TargetRange'])(
  'lets %j be',
  (written) => {
    expect(written).not.toMatch(BY_HAND)
  },
)
