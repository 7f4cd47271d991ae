import { expect } from 'vitest'
import { findOpenTasks } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { operator } from '#platform/users.ts'
import { test } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { plantAccounts } from '../../../../tests/support/plant-account.ts'

const PLAN = 'liepaja-2020-2025'

test('a section is asked of somebody: it is their task until they have written something', async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  await plantAccounts(db, municipalityId, ['bruno', 'zane'])
  const scope = { kind: 'municipality', municipalityId } as const
  const since = { validFrom: '2020-01-01', validTo: null }
  const grant = { accountId: 'bruno', role: 'dataAnalyst', scope, ...since } as const
  await giveRole(db, operator(municipalityId), grant, 'pieņemts darbā')
  const head = await openEditor(db, memberOf(municipalityId, 'educationHead', 'head'))
  const bruno = await openEditor(db, memberOf(municipalityId, 'dataAnalyst', 'bruno'))
  const begun = await head.ask('/darbs/liepaja/parskati/jauns', { kind: 'evaluation', strategy: PLAN })
  const address = begun.headers.get('location') ?? ''
  const [section = ''] = /[^"]+\/sadala\/[^"]+/.exec(await head.read(address)) ?? []

  const page = await head.read(`${section}/lugt`)
  expect(page).toContain('bruno')
  // Who may not write reports is not asked.
  expect(page).not.toContain('zane')
  expect((await head.ask(`${section}/lugt`, { account: 'zane' })).status).toBe(422)
  expect((await bruno.ask(`${section}/lugt`)).status).toBe(403)
  const asked = await head.ask(`${section}/lugt`, { account: 'bruno', due_on: '2999-01-01' })
  expect(asked.status).toBe(303)

  const tasks = async () =>
    (await readAs(db, memberOf(municipalityId, 'dataAnalyst', 'bruno'), (tx) => findOpenTasks(tx, 'bruno')))
      .filter(({ kind }) => kind === 'publishing.commentary')
      .map((task) => task.address)
  expect(await tasks()).toEqual([section])
  // What another writes there does not do the task.
  expect((await head.send(section, { lv: 'Ievads.' })).status).toBe(303)
  expect(await tasks()).toEqual([section])
  expect((await bruno.send(section, { lv: 'Ievads.\n\nNo Bruno.' })).status).toBe(303)
  expect(await tasks()).toEqual([])
})
