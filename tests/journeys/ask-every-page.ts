import { describe, expect } from 'vitest'
import {
  accessibilityFaults,
  contentFaults,
  lengthFaults,
  linkFaults,
  weightFaults,
  widthFaults,
} from '../pages/expectations.ts'
import { addressesOf } from '../pages/pages-to-visit.ts'
import { readPageTable } from '../pages/site-table.ts'
import { openWindow, type Visit, visitPage } from '../pages/visit.ts'
import { readExamples } from '../support/examples.ts'
import { test as base } from './site.ts'

/** All pages, or those that somebody is interested in (`npm run test:near`). */
const wanted = process.env.TESTS_PAGES?.split(' ').filter(Boolean)
const addresses = wanted ?? addressesOf(await readPageTable(), await readExamples())

/** One visit answers all that is asked of a page. */
const test = base.extend('visit', { scope: 'file' }, async ({ browser, address }) => {
  const window = await openWindow(browser)
  const visits = new Map<string, Promise<Visit>>()
  return (path: string): Promise<Visit> => {
    const visit = visits.get(path) ?? visitPage(window, address, path)
    visits.set(path, visit)
    return visit
  }
})

/** Tests of every page there is, in one language. */
export function askEveryPage(inThatLanguage: (address: string) => string): void {
  describe.each(addresses.map(inThatLanguage))('%s', (path) => {
    test('breaks no accessibility rule on a desk and on a phone', async ({ visit }) => {
      expect(accessibilityFaults(await visit(path))).toEqual([])
    })

    test('fits its window down to 320 pixels, unfolded, and with more room between letters', async ({
      visit,
    }) => {
      expect(widthFaults(await visit(path))).toEqual([])
    })

    test('names links apart that lead to different places', async ({ visit }) => {
      expect(linkFaults(await visit(path))).toEqual([])
    })

    test('comes on a weak line', async ({ visit }) => {
      expect(weightFaults(await visit(path))).toEqual([])
    })

    test('is no list that scrolls on and on', async ({ visit }) => {
      expect(lengthFaults(await visit(path))).toEqual([])
    })

    test('is complete without scripts: one title, one main part, nothing to run', async ({ visit }) => {
      expect(contentFaults(await visit(path))).toEqual([])
    })
  })
}
