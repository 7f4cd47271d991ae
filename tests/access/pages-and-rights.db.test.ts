import { expect } from 'vitest'
import type { AccountDesk } from '#platform/accounts/desk.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Handle } from '#platform/http/address.ts'
import type { Personal, Site } from '#platform/http/site.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import type { User } from '#platform/users.ts'
import { whoCan } from '../../src/modules/access/who-can.ts'
import { newAccount, openDesk } from '../support/accounts.ts'
import { test as databaseTest } from '../support/database.ts'
import { plantTown } from '../support/people-town.ts'

type BuiltRoute = {
  id: string
  parentId?: string
  path?: string
  module: { handle?: Handle; loader?: unknown }
}
type Built = {
  createSite: (serving: { db: Database; accounts: AccountDesk; visitorOf: () => Promise<User> }) => Site
  pages: { routes: Record<string, BuiltRoute | undefined> }
}

const test = databaseTest.extend('place', { scope: 'file' }, async ({ db }) => {
  const town = await plantTown(db)
  const { desk } = await openDesk(db)
  const door = '../../build/server/site.js'
  const { createSite, pages } = (await import(door)) as Built
  const account = await newAccount(desk, { municipalityId: town.id, email: 'page@rights.lv' })
  return { town, desk, createSite, routes: pages.routes, account }
})

const ROLES_OF_TOWN = (Object.keys(ROLES) as Role[]).filter((role) =>
  (ROLES[role] as readonly string[]).includes('municipality'),
)

/** The history of one row, which its parameters name: without them there is none. */
const HISTORY = '/darbs/liepaja/vesture'

/** Working pages of a municipality which say by what capability they are read, of no row but an account. */
function pagesOf(routes: Built['pages']['routes'], account: string) {
  const patternOf = ({ parentId, path = '' }: BuiltRoute): string => {
    const above = parentId ? routes[parentId] : undefined
    return [above ? patternOf(above) : '', path].filter(Boolean).join('/')
  }
  return Object.values(routes).flatMap((route) => {
    const { reads, changes = [] } = route?.module.handle ?? {}
    const pattern = route ? `/${patternOf(route)}` : ''
    const address = pattern.replace(':municipality', 'liepaja').replace(':account', account)
    const isAsked =
      pattern.startsWith('/darbs/:municipality/') && route?.module.loader && Array.isArray(reads)
    return isAsked && reads && address !== HISTORY && !/[:*]/.test(address)
      ? [{ address, rights: { reads, changes } }]
      : []
  })
}

test('whoever is said to see a working page does, and nobody else', { timeout: 240_000 }, async ({
  db,
  place,
}) => {
  const { town, desk, createSite, routes, account } = place
  const personal: Personal = {
    clientAddress: '127.0.0.1',
    own: { hosts: ['localhost'] },
    publicPage: async () => undefined,
  }
  const pages = pagesOf(routes, account)
  const scope = { kind: 'municipality', municipalityId: town.id } as const
  const wrong: string[] = []
  for (const role of ROLES_OF_TOWN) {
    const user: User = { id: `page-${role}`, kind: 'member', grants: [{ role, scope }] }
    const site = createSite({ db, accounts: desk, visitorOf: async () => user })
    for (const { address, rights } of pages) {
      const holding = { accountId: user.id, from: 'given', grant: { role, scope } } as never
      const isListed = whoCan([holding], rights, town.id).read.length > 0
      const { status } = await site.answer(new Request(`http://localhost${address}`), {
        id: 'test',
        personal,
      })
      const isRefused = status === 403 || status === 404
      if (isListed === isRefused)
        wrong.push(`${role} ${isListed ? 'is' : 'is not'} listed: ${address} ${status}`)
    }
  }
  expect(pages.map(({ address }) => address)).toEqual(
    expect.arrayContaining([
      '/darbs/liepaja/konti/jauns',
      '/darbs/liepaja/zinojumi',
      '/darbs/liepaja/zurnals',
    ]),
  )
  expect(wrong).toEqual([])
})
