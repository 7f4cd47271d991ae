import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { revise } from '#platform/write/revise.server.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf } from '../../../../tests/support/editors.ts'
import { plantAccounts } from '../../../../tests/support/plant-account.ts'
import { inPlanting, plantHolder } from '../../../../tests/support/plant-asked.ts'
import { findStrategyByKey } from '../store.server.ts'
import { findAccountable } from './accountable-store.server.ts'
import { type Appointment, setAccountable } from './set-accountable.service.server.ts'

const KEY = 'liepaja-2020-2025'
const test = databaseTest.extend('plan', { scope: 'file' }, async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  const head = memberOf(municipalityId, 'educationHead')
  for (const id of ['anna', 'berta'])
    await plantHolder(db, municipalityId, id, { role: 'educationSpecialist' })
  await plantHolder(db, municipalityId, 'cilda', { role: 'institutionCoordinator', institutionId: uuidv7() })
  await plantHolder(db, municipalityId, 'guardian', { role: 'guardian', personId: uuidv7() })
  await plantAccounts(db, municipalityId, ['roleless'])
  await plantAccounts(db, municipalityId, ['left'], 'ended')
  const strategy = await readAs(db, head, (tx) => findStrategyByKey(tx, KEY, municipalityId))
  return { municipalityId, strategyId: strategy?.id ?? '', key: KEY, head }
})
type Plan = { municipalityId: string; strategyId: string; key: string; head: User }

const read = (db: Database, user: User, { municipalityId, strategyId }: Plan) =>
  readAs(db, user, (tx) => findAccountable(tx, municipalityId, strategyId))
const anna = (action: string): Appointment => ({ action, accountId: 'anna', deputyId: null })

describe('who answers for an action', () => {
  test('is said of many at once, and is one account', async ({ db, plan }) => {
    const first = [anna('1.1.1'), { ...anna('1.1.2'), deputyId: 'berta' }]
    expect(await setAccountable(db, plan.head, plan, first)).toEqual({})
    await setAccountable(db, plan.head, plan, [{ action: '1.1.2', accountId: 'cilda', deputyId: null }])
    const found = await read(db, plan.head, plan)
    expect(Object.fromEntries(found)).toEqual({
      '1.1.1': { accountId: 'anna', deputyId: null },
      '1.1.2': { accountId: 'cilda', deputyId: null },
    })
  })

  test('is nobody who has no account, and then nothing is written', async ({ db, plan }) => {
    const problems = await setAccountable(db, plan.head, plan, [
      anna('2.1.1'),
      { action: '2.1.2', accountId: 'left', deputyId: 'nobody' },
      { action: '2.1.3', accountId: 'anna', deputyId: 'anna' },
      anna('9.9.9'),
    ])
    expect(problems).toEqual({
      '2.1.2': [{ reason: 'strategy.accountable.noAccount' }, { reason: 'strategy.accountable.noDeputy' }],
      '2.1.3': [{ reason: 'strategy.accountable.sameDeputy' }],
      '9.9.9': [{ reason: 'strategy.accountable.noAction' }],
    })
    expect((await read(db, plan.head, plan)).has('2.1.1')).toBe(false)
  })

  test('is nobody without a role of the municipality or of an institution, and the answer says who', async ({
    db,
    plan,
  }) => {
    const problems = await setAccountable(db, plan.head, plan, [
      { action: '2.2.1', accountId: 'guardian', deputyId: 'roleless' },
      { action: '2.2.2', accountId: 'anna', deputyId: 'guardian' },
    ])
    const guardian = { name: 'guardian' }
    expect(problems).toEqual({
      '2.2.1': [
        { reason: 'strategy.accountable.noRole', values: guardian },
        { reason: 'strategy.accountable.deputyNoRole', values: { name: 'roleless' } },
      ],
      '2.2.2': [{ reason: 'strategy.accountable.deputyNoRole', values: guardian }],
    })
  })

  test('may stay whoever was named while they held a role, of that action only', async ({ db, plan }) => {
    const named = { strategy_id: plan.strategyId, action: '2.2.1', account_id: 'roleless', deputy_id: null }
    const table = { table: 'strategy.action_accountable', key: ['strategy_id', 'action'] } as const
    await inPlanting(db, plan.municipalityId, (tx, change) => revise(tx, change, table, [named]))
    const withDeputy = { action: '2.2.1', accountId: 'roleless', deputyId: 'berta' }
    expect(await setAccountable(db, plan.head, plan, [withDeputy])).toEqual({})
    const elsewhere = await setAccountable(db, plan.head, plan, [{ ...withDeputy, action: '2.2.2' }])
    expect(Object.keys(elsewhere)).toEqual(['2.2.2'])
  })

  test('is said by who may ask about the plan, and read by the department', async ({ db, plan }) => {
    const analyst = memberOf(plan.municipalityId, 'dataAnalyst')
    const councillor = memberOf(plan.municipalityId, 'councilMember')
    await setAccountable(db, plan.head, plan, [anna('1.2.1')])
    await expect(setAccountable(db, analyst, plan, [anna('1.2.2')])).rejects.toMatchObject({ status: 403 })
    expect((await read(db, analyst, plan)).get('1.2.1')?.accountId).toBe('anna')
    expect((await read(db, councillor, plan)).size).toBe(0)
  })
})
