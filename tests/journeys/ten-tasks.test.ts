import { expect } from 'vitest'
import { Seeker } from './seeker.ts'
import { test } from './site.ts'

/** What anybody may need to answer a question: three links from a page that they know, or one search and its hit. */
const MOST_CLICKS = 3
const MOST_SCREENS = 8

function expectShort({ effort: { clicks, searches, screens } }: Seeker) {
  const isShort = searches === 0 ? clicks <= MOST_CLICKS : searches === 1 && clicks <= 1
  expect(isShort, `${clicks} clicks and ${searches} searches`).toBe(true)
  expect(screens, 'screens scrolled').toBeLessThanOrEqual(MOST_SCREENS)
}

test('a head of department finds what is not begun or late, and who is responsible', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/liepaja')
  await seeker.follow('Rīcības plāns')
  await seeker.follow(/nav sākta/i, 'main')
  await seeker.reads(/2\.2\.6|1\.3\.4|\d\.\d\.\d/)
  await seeker.reads(/atbildīg/i)
  await seeker.reads(/nokavēt/i)
  expectShort(seeker)
})

test('a member of the council sees whether results have improved, and how sure that is', async ({
  visitor,
}) => {
  const seeker = await Seeker.at(visitor, '/liepaja')
  await seeker.follow(/^KP2/, 'main')
  await seeker.reads(/eksāmen/i)
  await seeker.reads(/n nav zināms|nav zināms, cik droš/i)
  expectShort(seeker)
})

test('a teacher finds what colleagues say of support', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/')
  await seeker.search('skolotāju apmierinātība ar atbalstu')
  await seeker.follow(/apmierināt|atbalst/i, 'main')
  await seeker.reads(/pedagog|skolotāj/i)
  expectShort(seeker)
})

test('a journalist takes away all figures, and knows how to cite them', async ({ visitor, address }) => {
  const seeker = await Seeker.at(visitor, '/liepaja')
  await seeker.follow('Avoti un lejupielādes')
  const file = seeker.page.locator('main a[href*="xlsx"]').first()
  await seeker.scrollTo(file)
  const answer = await fetch(new URL((await file.getAttribute('href')) ?? '', address))
  expect(answer.status).toBe(200)
  await seeker.reads(/kā citēt/i)
  expectShort(seeker)
})

test('an analyst learns how a municipality without data begins', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/')
  await seeker.search('Ventspils')
  await seeker.follow(/Ventspils/, 'main')
  await seeker.reads(/sākt/i)
  expectShort(seeker)
})

test('a researcher finds the parameters of the API, with an example that runs', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/liepaja/raditaji')
  await seeker.follow(/Atvērtie dati/)
  await seeker.reads(/curl/)
  await seeker.unfold(/indicators|rādītāj/i)
  await seeker.reads(/verdict/)
  expectShort(seeker)
})

test.for([
  ['mobings', /pāri|mobing|vardarb/i],
  ['vieta bērnudārzā', /pirmsskol/i],
] as const)('a parent who looks for “%s” finds the indicator', async ([words, answer], { visitor }) => {
  const seeker = await Seeker.at(visitor, '/')
  await seeker.search(words)
  await seeker.follow(answer, 'main')
  await seeker.reads(answer)
  expectShort(seeker)
})

test('the ministry compares municipalities by a figure that it chooses', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/')
  await seeker.follow(/iestādes|iestāžu/i, 'main')
  await seeker.reads(/Liepāja/)
  expectShort(seeker)
})

test('a head of a school finds what concerns the school', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/liepaja')
  await seeker.follow(/mana iestāde|kas attiecas uz manu/i)
  await seeker.follow(/vidusskola|tehnikums/i, 'main')
  await seeker.reads(/iestād/i)
  expectShort(seeker)
})

test('a newcomer learns what the site is, by whom, and whom to ask', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/')
  await seeker.follow(/^Par vietni/)
  await seeker.reads(/versija/i)
  await seeker.reads(/saziņ|kontakt/i)
  expectShort(seeker)
})
