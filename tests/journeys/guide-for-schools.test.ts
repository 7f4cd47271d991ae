import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { test } from './site.ts'

const GUIDE = 'docs/guides/datu-iesniegsana.lv.md'

/** What the guide quotes of each page that it names. */
async function toldBy(guide: string) {
  const told: { address: string; quoted: string[] }[] = []
  for (const line of (await readFile(guide, 'utf8')).split('\n')) {
    const [, address] = /^Lapa: `([^`]+)`$/.exec(line) ?? []
    if (address !== undefined) told.push({ address, quoted: [] })
    else if (!line.startsWith('#'))
      told.at(-1)?.quoted.push(...[...line.matchAll(/\*\*(.+?)\*\*/g)].map(([, words = '']) => words))
  }
  return told
}

test('every word that the guide for schools quotes stands on the page that it names', async ({ visitor }) => {
  const told = await toldBy(GUIDE)
  expect(told.length).toBeGreaterThan(5)
  const page = await visitor.openAs('institutionHead', '/darbs', { javaScriptEnabled: false })
  const missing: string[] = []
  for (const { address, quoted } of told) {
    await page.goto(visitor.address + address)
    const words = (await page.locator('body').textContent()) ?? ''
    missing.push(...quoted.filter((one) => !words.includes(one)).map((one) => `${address}: ${one}`))
  }
  expect(missing).toEqual([])
}, 120_000)
