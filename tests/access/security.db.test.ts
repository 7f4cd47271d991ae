import { describe, expect } from 'vitest'
import type { AccountDesk } from '#platform/accounts/desk.server.ts'
import { SECURITY_EVENT_KINDS } from '#platform/accounts/security-event.ts'
import { noteSecurityEvent } from '#platform/accounts/security-log.server.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import type { Role } from '#platform/rights/roles.ts'
import type { User } from '#platform/users.ts'
import { openSiteAs } from '../support/built-site.ts'
import { test as databaseTest } from '../support/database.ts'
import { plantTown } from '../support/people-town.ts'

const log = '/darbs/liepaja/zurnals/drosiba'
const asker = { clientAddress: '192.0.2.7', userAgent: '=HYPERLINK("http://x")' }

const test = databaseTest
  .extend('town', { scope: 'file' }, async ({ db }) => {
    const town = await plantTown(db)
    const desk = { db } as AccountDesk
    const tell = (told: Parameters<typeof noteSecurityEvent>[1], municipalityId = town.id) =>
      noteSecurityEvent(desk, { ...told, municipalityId })
    // The kinds in Latvian are looked for in the page: each happened to Valda once, which makes one page.
    for (const kind of SECURITY_EVENT_KINDS)
      await tell({ kind, accountId: 'valda', actor: 'boss', asker: asker as never })
    for (let number = 0; number < 60; number += 1)
      await tell({ kind: 'passwordWrong', accountId: `guess-${number}` })
    await tell({ kind: 'signedIn', accountId: 'somewhere-else' }, crypto.randomUUID())
    return town
  })
  .extend('as', { scope: 'file' }, ({ db, town }) => async (role: Role) => {
    const scope = { kind: 'municipality', municipalityId: town.id } as const
    const user: User = { id: 'boss', kind: 'member', grants: [{ role, scope }] }
    const ask = await openSiteAs(db, user)
    return async (address: string) => (await ask(address)).text()
  })

describe('the security log', () => {
  test('says each kind in words, whose account and who did it', async ({ as }) => {
    const page = await (await as('administrator'))(`${log}?kas=valda`)
    for (const words of ['pieslēdzās ar paroli', 'ievadīja nepareizu vienreizējo kodu', 'konts izbeigts'])
      expect(page).toContain(`${words}</td>`)
    expect(page).toContain('Valda Kalna')
    expect(page).toContain('192.0.2.7')
    expect(page.match(/<time/g)).toHaveLength(SECURITY_EVENT_KINDS.length)
    for (const kind of SECURITY_EVENT_KINDS) expect(page).not.toContain(`access.event.${kind}`)
    const english = await (await as('administrator'))(`/en${log}?kas=valda`)
    expect(english).toContain('typed a wrong one-time code')
  })

  test('is narrowed down by person, kind and days', async ({ as }) => {
    const ask = await as('administrator')
    const count = async (query: string) => (await ask(`${log}?${query}`)).match(/<time/g)?.length ?? 0
    expect(await count('ko=signedIn')).toBe(1)
    expect(await count('kas=valda&ko=codeWrong')).toBe(1)
    const today = municipalDay()
    expect(await count(`kas=valda&no=${today}&lidz=${today}`)).toBe(SECURITY_EVENT_KINDS.length)
    expect(await ask(`${log}?no=${addDays(today, 1)}`)).toContain('Nekas tāds nav atrasts.')
    expect(await count('kas=nobody+is+called+so')).toBe(0)
    for (const odd of ['ko=nekas', 'no=2026-13-45', 'aiz=x', 'kas=%00'])
      expect([odd, (await ask(`${log}?${odd}`)).includes('<h1')]).toEqual([odd, true])
  })

  test('is paged without losing or repeating an event, and keeps to its municipality', async ({ as }) => {
    const ask = await as('administrator')
    const seen: string[] = []
    let next: string | undefined = `${log}?ko=passwordWrong`
    for (let page = 0; next && page < 5; page += 1) {
      const html: string = await ask(next)
      seen.push(...[...html.matchAll(/>(guess-\d+)</g)].map(([, account]) => account ?? ''))
      next = /href="([^"]*aiz=[^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
    expect(await ask(`${log}?ko=signedIn`)).not.toContain('somewhere-else')
  })

  test('is downloaded as a file that no spreadsheet runs', async ({ as }) => {
    const file = await (await as('administrator'))(`${log}.csv?kas=valda&ko=signedIn`)
    expect(file.trim().split('\n')).toHaveLength(2)
    expect(file).toContain('"\'=HYPERLINK(""http://x"")"')
  })

  test.for(['', '.csv'])('%s is shut to who may not read accounts', async (end, { db, town }) => {
    const scope = { kind: 'municipality', municipalityId: town.id } as const
    const ask = await openSiteAs(db, { id: 'x', kind: 'member', grants: [{ role: 'dataAnalyst', scope }] })
    expect((await ask(log + end)).status).toBe(403)
  })
})
