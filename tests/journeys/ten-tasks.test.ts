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
  await seeker.reads(/nav norādīts atbildīgais un termiņš\. Tāpēc nevar pateikt, kuras darbības ir nokavētas/)
  await seeker.follow(/^nav sāktas 2$/, 'main')
  const found = seeker.page.locator(
    'main td a[href^="/liepaja/ricibas-plans/"], main th a[href^="/liepaja/ricibas-plans/"]',
  )
  await seeker.scrollTo(found.last())
  expect(await found.count()).toBe(2)
  expectShort(seeker)
})

test('a member of the council sees whether results have improved, and how sure that is', async ({
  visitor,
}) => {
  const seeker = await Seeker.at(visitor, '/liepaja')
  await seeker.follow('Mācību sasniegumi', 'main')
  await seeker.reads(/^Sasniedzamā vērtība sasniegta \d+ no \d+ novērtētajiem rezultātiem/)
  await seeker.reads(/nav zināms, cik droši/)
  await seeker.unfold(/^\d+ rezultāt[si]/)
  await seeker.follow('Eksāmenu rezultāti STEM padziļinātajos kursos', 'main')
  await seeker.reads(/48,5/)
  await seeker.reads(/46,4/)
  await seeker.reads(/n nav zināms/)
  expectShort(seeker)
})

test('a teacher finds what colleagues say of support', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/')
  await seeker.search('skolotāju apmierinātība ar atbalstu')
  await seeker.follow(/^Pedagogu apmierinātība ar profesionālo pilnveidi un atbalstu/, 'main')
  await seeker.reads(/92\s?%/)
  await seeker.reads(/80\s?%/)
  expectShort(seeker)
})

test('a journalist takes away all figures, and knows how to cite them', async ({ visitor, address }) => {
  const seeker = await Seeker.at(visitor, '/liepaja')
  await seeker.follow('Avoti un lejupielādes')
  const file = seeker.page.locator('main a[href$="/figures.xlsx"]').first()
  await seeker.scrollTo(file)
  const answer = await fetch(new URL((await file.getAttribute('href')) ?? '', address))
  expect(answer.status).toBe(200)
  await seeker.reads(/kā citēt/i)
  expectShort(seeker)
})

test('an analyst learns how a municipality without data begins', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/')
  await seeker.search('Ventspils')
  await seeker.follow(/^Ventspils$/, 'main')
  await seeker.reads(/^Kā sākt$/)
  await seeker.reads(/new ventspils/)
  expectShort(seeker)
})

test('a researcher finds the parameters of the API, with an example that runs', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/')
  await seeker.follow(/Atvērtie dati/)
  await seeker.unfold(/curl/)
  await seeker.reads(/^curl /)
  await seeker.unfold(/^Stratēģijas, rādītāji un darbības/)
  await seeker.reads(/^verdict$/)
  expectShort(seeker)
})

test.for([
  ['/', 'mobings', /kuriem citi bērni nav darījuši pāri/],
  ['/', 'vieta bērnudārzā', /nav vietas pašvaldības pirmsskolā/],
  ['/en', 'bullying', /other children/i],
] as const)(
  'a parent who begins at %s and looks for “%s” finds the indicator',
  async ([path, words, answer], { visitor }) => {
    const seeker = await Seeker.at(visitor, path)
    await seeker.search(words)
    await seeker.follow(answer, 'main')
    await seeker.reads(answer)
    expectShort(seeker)
  },
)

test('the ministry compares municipalities by a figure that it chooses', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/')
  await seeker.follow('sasniegtie rezultāti', 'main')
  await seeker.unfold(/^Tas pats tabulā/)
  const row = seeker.page.locator('#all-municipalities tr').filter({ hasText: 'Liepāja' })
  await seeker.scrollTo(row)
  expect(await row.textContent()).toMatch(/\d/)
  expectShort(seeker)
})

test('a head of a school finds what concerns the school', async ({ visitor }) => {
  const seeker = await Seeker.at(visitor, '/liepaja')
  await seeker.follow('Kas attiecas uz manu iestādi', 'main')
  await seeker.follow(/^Paraugskola 1 /, 'main')
  await seeker.reads(/^Rezultāti par šāda tipa iestādēm kopā$/)
  expectShort(seeker)
})

test.for([
  ['/', 'Par vietni', /Programmas versija: \d/, /^Kontakti$/],
  ['/en', 'About this site', /^Version of the program: \d/, /^Contact$/],
] as const)(
  'a newcomer to %s learns what the site is, by whom, and whom to ask',
  async ([path, about, version, contacts], { visitor }) => {
    const seeker = await Seeker.at(visitor, path)
    await seeker.follow(about)
    await seeker.reads(version)
    await seeker.reads(contacts)
    expectShort(seeker)
  },
)
