import { sql } from 'kysely'
import { expect } from 'vitest'
import { accountIdOf, enter, newAccount, OPERATOR, openDesk } from '../../../tests/support/accounts.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { readAs } from '../database/scope.server.ts'
import { platformEntries } from '../personal-data/platform-entries.server.ts'
import { addDays, municipalDay } from '../rights/day.ts'
import { operator } from '../users.ts'
import { endAccount } from './administer.service.server.ts'
import { eraseAccount, planAccountErasure } from './erase-account.service.server.ts'

const TOWN = '00000000-0000-7000-8000-00000000ace1'
const test = databaseTest.extend('office', { scope: 'file' }, ({ db }) => openDesk(db))
const userOf = (id: string) => operator(id)
const inAYear = addDays(municipalDay(), 366)

test('an account that works is kept, one that ended is erased a year later, the journal stays', async ({
  office: { desk },
}) => {
  const accountId = await newAccount(desk, {
    municipalityId: TOWN,
    email: 'erased@b.lv',
    role: 'councilMember',
  })
  await enter(desk, 'erased@b.lv')
  const accounts = (plans: Awaited<ReturnType<typeof planAccountErasure>>) =>
    plans.find(({ key }) => key === 'platform.accounts')
  const asked = { accountId, userOf }
  const working = await eraseAccount(desk, platformEntries, asked, inAYear)
  expect(accounts(working)).toMatchObject({
    count: 0,
    withheld: [{ reason: 'platform.personal.kept.accountWorks', until: null }],
  })
  await endAccount(desk, OPERATOR(TOWN), { municipalityId: TOWN, accountId, why: 'Vairs nestrādā' })
  expect(accounts(await eraseAccount(desk, platformEntries, asked))).toMatchObject({
    count: 0,
    withheld: [
      { reason: 'platform.personal.kept.accountYear', until: expect.stringMatching(/^\d{4}-/) as string },
    ],
  })
  const plans = await planAccountErasure(desk, platformEntries, accountId, inAYear)
  expect(accounts(plans)).toMatchObject({ count: 1, withheld: [] })
  expect(plans.map(({ key }) => key)).toEqual(expect.arrayContaining(['platform.signIns', 'platform.grants']))
  expect(await eraseAccount(desk, platformEntries, asked, inAYear)).toEqual(plans)
  expect(await accountIdOf(desk, 'erased@b.lv')).toBe('')
  const { rows } = await readAs(desk.db, operator(TOWN), (tx) =>
    sql<{ action: string; text: string }>`select action, c::text as text from platform.change c
      where subject = ${accountId} and municipality_id = ${TOWN}`.execute(tx),
  )
  expect(rows.map(({ action }) => action)).toContain('account.erased')
  expect(rows.map(({ text }) => text).join()).not.toMatch(/erased@b\.lv|Anna Ozola/)
  const left = await readAs(desk.db, operator(TOWN), (tx) =>
    sql`select 1 from platform.account_holder where account_id = ${accountId}
      union all select 1 from platform.account_address where account_id = ${accountId}`.execute(tx),
  )
  expect(left.rows).toEqual([])
})
