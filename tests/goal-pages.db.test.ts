import { describe, expect } from 'vitest'
import { openBuiltSite } from './support/built-site.ts'
import { test as base } from './support/database.ts'

const test = base.extend('site', { scope: 'file' }, async ({ db }) => {
  const ask = await openBuiltSite(db)
  return {
    ask,
    read: async (address: string) => (await (await ask(address)).text()).replaceAll('&amp;', '&'),
  }
})

const rowsOf = (page: string) =>
  page.match(/<tr[^>]*>(?:(?!<\/tr>).)*class="[^"]*verdict[^"]*"/gs)?.length ?? 0

describe('the list of indicators', () => {
  test('shows several verdicts at once, of one goal, and leads to what it found', async ({ site }) => {
    const all = await site.read('/liepaja/raditaji?goal=KP2')
    const some = await site.read('/liepaja/raditaji?goal=KP2&verdict=met&verdict=notEvaluable')
    const missed = await site.read('/liepaja/raditaji?goal=KP2&verdict=missed')
    const found = [some, missed].map((page) => Number(/Atlasīt[is]{1,2} (\d+) no/.exec(page)?.[1]))
    expect(found[0]).toBeGreaterThan(0)
    expect((found[0] ?? 0) + (found[1] ?? 0)).toBe(Number(/Atlasīt[is]{1,2} (\d+) no/.exec(all)?.[1]))
    expect(some).toContain('action="/liepaja/raditaji#rezultati"')
    expect(some).toContain('verdict=met%2CnotEvaluable')
    expect(rowsOf(some)).toBeGreaterThanOrEqual(found[0] ?? 0)
  })

  test('stands under its goals, each with its page', async ({ site }) => {
    const page = await site.read('/liepaja/raditaji')
    for (const goal of ['kp1', 'kp2', 'kp3', 'kp4']) {
      expect(page).toContain(`id="${goal}"`)
      expect(page).toContain(`href="/liepaja/strategija/${goal}"`)
    }
  })

  test('refuses a goal that the plan does not have', async ({ site }) => {
    expect((await site.ask('/liepaja/raditaji?goal=KP9')).status).toBe(400)
  })
})

describe('the page of a goal', () => {
  test.for([
    ['/liepaja/strategija/kp2', 'Ko rāda rezultāti', 'Darbības'],
    ['/en/liepaja/strategija/kp2', 'What the results show', 'Actions'],
  ] as const)(
    '%s says what its figures show and what is done',
    async ([address, results, actions], { site }) => {
      const page = await site.read(address)
      expect(page).toContain(results)
      expect(page).toContain(actions)
      expect(page).toMatch(/raditaji\?goal=KP2&verdict=missed#rezultati/)
      expect(page).toMatch(/raditaji\?goal=KP2&certainty=unknown#rezultati/)
      expect(page).toMatch(/ricibas-plans\?goal=KP2&status=implemented#darbibas/)
      expect(page).toContain('datu-kvalitate?goal=KP2')
    },
  )

  test('counts the same findings as the overview', async ({ site }) => {
    const overview = await site.read('/liepaja')
    const counted = /datu-kvalitate\?goal=KP2">(\d+)/.exec(overview)?.[1]
    expect(await site.read('/liepaja/strategija/kp2')).toContain(`Visi ${counted} konstatējumi par KP2`)
  })

  test('is found however its code is written, and is not there for no goal', async ({ site }) => {
    expect((await site.ask('/liepaja/strategija/KP2')).status).toBe(200)
    expect((await site.ask('/liepaja/strategija/kp9')).status).toBe(404)
  })

  test('is reached from its indicators, which say what surveys asked', async ({ site }) => {
    const page = await site.read('/liepaja/raditaji/23')
    expect(page).toContain('href="/liepaja/strategija/kp3"')
    expect(page).toContain('href="/liepaja/aptaujas/needs-in-practice#item-3.2"')
    expect(await site.read('/liepaja/aptaujas/needs-in-practice')).toContain('href="/liepaja/strategija/kp3"')
  })
})
