import { expect, inject } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { findAccountByEmail } from '#platform/accounts/accounts-store.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { beginAsAccounts, readAs } from '#platform/database/scope.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { overflowOf, PHONE } from '../pages/visit.ts'
import { press, test } from './site.ts'

const SLUG = 'kuldigas-novads'
const GUIDE = `/darbs/${SLUG}/sakums`
const url = inject('databaseUrl')

/** Lets both people of the demonstration write the plan of a municipality that has none. */
async function letIn(emails: readonly string[]) {
  const { db, close } = await openDatabase({ databaseUrl: url, dataFolder: '' })
  try {
    const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, SLUG))
    const scope = { kind: 'municipality', municipalityId: municipality?.id ?? '' } as const
    for (const email of emails) {
      const account = await beginAsAccounts(db, (tx) => findAccountByEmail(tx, email))
      const entry = { accountId: account?.id ?? '', role: 'educationHead', scope } as const
      await giveRole(db, operator(scope.municipalityId), {
        ...entry,
        validFrom: municipalDay(),
        validTo: null,
      })
    }
  } finally {
    await close()
  }
}

test.skipIf(url === '')(
  'a municipality from nothing to a public page, by two people (needs a server: the embedded database has one user)',
  async ({ visitor }) => {
    await letIn(['educationhead@demo.izaugsme', 'educationspecialist@demo.izaugsme'])
    const page = await visitor.openAs('educationHead', `/darbs/${SLUG}`, {
      javaScriptEnabled: false,
      viewport: PHONE,
    })
    const fits = async () => expect(await overflowOf(page)).toBe(0)
    await page.locator(`main a[href="${GUIDE}"]`).click()
    await fits()
    await page.getByRole('link', { name: 'Kas mēs esam un kāds ir plāns' }).click()
    await page.locator('[name=title]').fill('Kuldīgas novada izglītības stratēģija 2026.–2029. gadam')
    await page.locator('[name=from]').fill('2026')
    await page.locator('[name=to]').fill('divtūkstoš divdesmit devītais')
    await page.getByLabel('Vēl ne').check()
    await press(page, 'Saglabāt un turpināt')
    expect(await page.locator('main').textContent()).toContain('Ierakstiet gadu ar četriem cipariem')
    expect(await page.locator('[name=to]').inputValue()).toBe('divtūkstoš divdesmit devītais')
    await page.locator('[name=to]').fill('2029')
    await press(page, 'Saglabāt un turpināt')

    await page.locator('[name=name]').fill('Kuldīgas 2. vidusskola')
    await page.locator('[name=type]').selectOption('secondarySchool')
    await press(page, 'Pievienot iestādi')
    expect(await page.locator('main').textContent()).toContain('Kuldīgas 2. vidusskola')
    await fits()
    await page.getByRole('link', { name: 'Tālāk' }).click()

    await page.locator('[name=goals]').fill('Pieejama pirmsskola\nDroša vide')
    await press(page, 'Saglabāt un turpināt')

    await page.getByText('Pieejamība', { exact: false }).first().click()
    await page.locator('[name="pick.preschool-queue"]').check()
    await fits()
    await page.locator('main form').first().getByRole('button', { name: 'Saglabāt un turpināt' }).click()

    await page.locator('[name="period.1"]').fill('2025/2026')
    await page.locator('[name="value.1"]').fill('120')
    await page.locator('[name="target.1"]').fill('60')
    await page.locator('[name="year.1"]').fill('2029')
    await fits()
    await press(page, 'Saglabāt un turpināt')
    expect(new URL(page.url()).pathname).toBe(GUIDE)

    await page.locator('main a[href$=prieksskats]').click()
    expect(await page.locator('body').textContent()).toContain('Priekšskats')
    await fits()
    const outside = await visitor.open(`/${SLUG}`)
    expect(await outside.locator('body').textContent()).not.toContain('Pieejama pirmsskola')

    await page.goto(visitor.address + GUIDE)
    await page.locator('button[value=ask]').click()
    expect(await page.locator('[role=status]').count()).toBe(1)
    const second = await visitor.openAs('educationSpecialist', '/darbs', { javaScriptEnabled: false })
    await second.locator(`main a[href="${GUIDE}"]`).first().click()
    await second.locator('button[value=publish]').click()
    expect(await second.locator('h1').textContent()).toBe('Plāns ir publicēts')
    await outside.goto(`${visitor.address}/${SLUG}`)
    expect(await outside.locator('body').textContent()).toContain('Pieejama pirmsskola')
  },
)
