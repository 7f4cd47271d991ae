import { v7 as uuidv7 } from 'uuid'
import { expect } from 'vitest'
import { newAccount, OPERATOR, openDesk } from '../../../tests/support/accounts.ts'
import { test } from '../../../tests/support/database.ts'
import { endAccount } from '../accounts/administer.service.server.ts'
import { operator } from '../users.ts'
import { addDays, municipalDay } from './day.ts'
import { delegate } from './delegate.server.ts'
import { findUser } from './grants.server.ts'

const today = municipalDay()

test('what somebody has lent from a post ends with the account, in this municipality only', async ({
  db,
}) => {
  const { desk } = await openDesk(db)
  const [here, there] = [uuidv7(), uuidv7()]
  const lender = await newAccount(desk, { municipalityId: here, email: 'lender@lent.lv' })
  const lend = async (municipalityId: string, deputy: string, from: string) => {
    const scope = { kind: 'institution', municipalityId, id: uuidv7() } as const
    const delegation = { municipalityId, lender, deputy, from, to: addDays(today, 20) }
    // What follows from a post has no grant of its own.
    const lent = await delegate(db, operator(municipalityId), delegation, [
      { role: 'institutionHead', scope, validFrom: '2020-01-01', validTo: null },
    ])
    expect(lent).toEqual({ lent: 1 })
  }
  await lend(here, 'now', today)
  await lend(here, 'soon', addDays(today, 5))
  await lend(there, 'elsewhere', today)
  const asked = { municipalityId: here, accountId: lender, why: 'Darba attiecības beigušās' }
  await endAccount(desk, OPERATOR(here), asked)
  const daysOf = async (deputy: string) =>
    (await findUser(db, deputy)).grants.map(({ validFrom, validTo }) => [validFrom, validTo])
  expect(await daysOf('now')).toEqual([[today, today]])
  expect(await daysOf('soon')).toEqual([[addDays(today, 5), addDays(today, 5)]])
  expect(await daysOf('elsewhere')).toEqual([[today, addDays(today, 20)]])
})
