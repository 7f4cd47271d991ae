import { expect } from 'vitest'
import { citedFigures } from '#platform/reports/report.ts'
import { openBuiltSite } from '../../../../../tests/support/built-site.ts'
import { test } from '../../../../../tests/support/database.ts'
import { reportDataOf } from './content.testing.ts'
import { writeReport } from './index.ts'

/** Kinds of figures that the page to which they lead shows as they are said; others are counted for reports alone. */
const ON_PAGES =
  /^(indicator|target|baseline|answers|respondents|response|count:actions|count:claims|count:series|count:links)\b/

const plain = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')

/** What a page says at a place of it, or all that it says. */
function wordsAt(html: string, anchor: string | undefined): string {
  if (anchor === undefined) return plain(html)
  const place = html.indexOf(`id="${decodeURIComponent(anchor)}"`)
  return place < 0 ? '' : plain(`<${html.slice(place, place + 2500)}`)
}

/** Whether it stands there as a figure of its own, and not as a part of a longer one. */
const says = (words: string, figure: string) =>
  new RegExp(`(?<![\\d,.])${figure.replace(/[.*+?^$()|[\]]/g, '\\$&')}(?![\\d]|,\\d)`).test(words)

test('every figure of a report stands on the page to which it leads', async ({ db }) => {
  const data = await reportDataOf(db)
  const visit = await openBuiltSite(db)
  const pages = new Map<string, string>()
  const missing: string[] = []
  let compared = 0
  for (const kind of ['evaluation', 'results'] as const)
    for (const [id, { said, to }] of citedFigures(writeReport(kind, data, 'lv'))) {
      // A sum of two statuses is shown by its parts, and an empty list says so in words.
      if (to === undefined || !ON_PAGES.test(id) || id.includes('+') || said === '0') continue
      const [address = to, anchor] = to.split('#')
      const page = pages.get(address) ?? (await (await visit(address)).text())
      pages.set(address, page)
      compared += 1
      const words = wordsAt(page, anchor)
      const parts = plain(said)
        .split(/ · | = /)
        .map((part) => part.replace(/ \(.*\)$/, ''))
      if (!parts.every((part) => says(words, part))) missing.push(`${id} ${said} ${to}`)
    }
  expect(missing).toEqual([])
  expect(compared).toBeGreaterThan(350)
})
