import { describe, expect } from 'vitest'
import { findVisitor } from '#platform/accounts/visitor.service.server.ts'
import { ROLES } from '#platform/rights/roles.ts'
import { enter, newAsker, openDesk } from '../../../tests/support/accounts.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { isDemonstration } from './create-desk.server.ts'
import { DEMO_PASSWORD, describeDemoAccounts, makeDemoAccounts } from './demo.server.ts'

const test = databaseTest.extend('desk', { scope: 'file' }, async ({ db }) => {
  const { desk } = await openDesk(db, { demo: 'liepaja' })
  await makeDemoAccounts(desk)
  return desk
})
const here = () => newAsker({ clientAddress: '127.0.0.1', isHere: true })

describe('accounts of the demonstration', () => {
  test('are one for each role, with its right, and are printed', async ({ desk }) => {
    const lines = await describeDemoAccounts(desk)
    expect(lines).toHaveLength(Object.keys(ROLES).length + 1)
    expect(lines[0]).toContain(DEMO_PASSWORD)
    const { asker } = await enter(desk, 'administrator@demo.izaugsme', here(), DEMO_PASSWORD)
    const visitor = await findVisitor(desk, asker)
    expect(visitor).toMatchObject({ hindrance: null, user: { grants: [{ role: 'administrator' }] } })
  })

  test('let nobody in from elsewhere, nor behind a proxy', async ({ desk }) => {
    const email = 'educationhead@demo.izaugsme'
    expect((await enter(desk, email, newAsker(), DEMO_PASSWORD)).tried.outcome).toBe('wrong')
    const { asker } = await enter(desk, email, here(), DEMO_PASSWORD)
    expect(await findVisitor(desk, asker)).toBeDefined()
    expect(await findVisitor(desk, { ...asker, isHere: false })).toBeUndefined()
  })

  test('are shut where the server is reached otherwise', async ({ db, desk }) => {
    expect(desk.hasDemo).toBe(true)
    const { desk: reached } = await openDesk(db, { demo: 'liepaja', address: 'https://izaugsme.example.lv' })
    expect((await enter(reached, 'mentor@demo.izaugsme', here(), DEMO_PASSWORD)).tried.outcome).toBe('wrong')
    expect(await describeDemoAccounts(reached)).toEqual([])
    const settings = {
      secret: undefined,
      dataFolder: '',
      address: undefined,
      host: '127.0.0.1',
      port: 0,
      oidc: undefined,
    }
    expect(isDemonstration({ ...settings, demo: 'liepaja', proxies: [] })).toBe(true)
    expect(isDemonstration({ ...settings, demo: 'none', proxies: [] })).toBe(false)
    expect(isDemonstration({ ...settings, demo: 'liepaja', proxies: ['10.0.0.1'] })).toBe(false)
    expect(isDemonstration({ ...settings, demo: 'liepaja', proxies: [], host: '0.0.0.0' })).toBe(false)
  })
})
