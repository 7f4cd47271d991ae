import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Role } from '#platform/rights/roles.ts'
import { findViolations, overflowOf, PHONE, REFLOW } from '../pages/visit.ts'
import { test } from './site.ts'

/** Pages that a role reads of a municipality's work; more are found by their links. */
const BEGINNINGS = [
  '/darbs',
  '/darbs/liepaja',
  '/darbs/liepaja/sakums',
  '/darbs/liepaja/sakums/plans',
  '/darbs/liepaja/sakums/raditaji',
  '/darbs/konts',
  '/darbs/kalendars',
  '/darbs/zinas',
  '/zinot',
  '/liepaja/raditaji/labot',
  '/liepaja/raditaji/14/labot',
  '/liepaja/iestades/labot',
  '/liepaja/iestades/lvg/labot',
  '/liepaja/datu-kvalitate/labot',
]
const MOST = 60

/** Working pages that links of a page lead to, each kind of page once. */
function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter(({ origin, hash }) => origin === location.origin && hash === '')
      .map(({ pathname, search }) => pathname + search)
      .filter(
        (path) => /^(\/en)?\/darbs|\/labot(\?|$)/.test(path) && !/\.(csv|json|ics|xlsx|zip)(\?|$)/.test(path),
      ),
  )
}

/** What makes two addresses the same kind of page. */
const kindOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27,}/g, ':id')
    .replace(/\?.*/, (query) => `?${[...new URLSearchParams(query).keys()].toSorted().join('&')}`)
    .replace(
      /(atradumi|raditaji|iestades|fails|atbildiba|riski\/[a-z]+|nacionalie-merki\/[^/?]+)\/(?!trukst)[^/?]+/,
      '$1/:one',
    )

describe.each<[Role, string]>([
  ['educationHead', ''],
  ['educationHead', '/en'],
  ['administrator', ''],
  ['administrator', '/en'],
])('%s%s', (role, language) => {
  test('every working page breaks no accessibility rule, fits a phone, and has one heading', {
    timeout: 240_000,
  }, async ({ visitor }) => {
    const page = await visitor.openAs(role, `${language}/darbs`, { bypassCSP: true, viewport: PHONE })
    const waiting = BEGINNINGS.map((path) => language + path)
    const known = new Set(waiting.map(kindOf))
    const faults: string[] = []
    let seen = 0
    for (const path of waiting) {
      if (seen >= MOST) break
      const response = await page.goto(visitor.address + path)
      const status = response?.status() ?? 0
      if (!response?.headers()['content-type']?.startsWith('text/html')) continue
      seen += 1
      // What a role may not read says so on a page like any other.
      if (![200, 403, 404].includes(status)) faults.push(`${path} answers ${status}`)
      if (path.includes('/darbs') !== /\/darbs|\/pieslegties/.test(page.url()))
        faults.push(`${path} leads away`)
      for (const rule of await findViolations(page)) faults.push(`${path} breaks ${rule}`)
      for (const window of [PHONE, REFLOW]) {
        await page.setViewportSize(window)
        const wider = await overflowOf(page)
        if (wider > 0) faults.push(`${path} is ${wider} px wider than ${window.width} px`)
      }
      const headings = await page.locator('h1').count()
      if (headings !== 1) faults.push(`${path} has ${headings} <h1>`)
      for (const link of await linksOf(page)) {
        const isOther = link.startsWith('/en/') !== (language === '/en')
        if (isOther || known.has(kindOf(link))) continue
        known.add(kindOf(link))
        waiting.push(link)
      }
      await page.setViewportSize(PHONE)
    }
    expect(faults).toEqual([])
    expect(seen).toBeGreaterThan(20)
  })
})
