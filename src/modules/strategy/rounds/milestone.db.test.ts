import { v7 as uuidv7 } from 'uuid'
import { expect } from 'vitest'
import { openBuiltSite, openSiteAs } from '../../../../tests/support/built-site.ts'
import { test } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf } from '../../../../tests/support/editors.ts'
import { plantHolder } from '../../../../tests/support/plant-asked.ts'
import { acceptReport } from './decide.service.server.ts'
import { reportAction } from './report.service.server.ts'
import { aReport, guestOf, plantOpenRound } from './testing.server.ts'

const ACTION = '1.1.1'
const STEP = 'Darbu sākums'
const step = { act: 'milestone', title_lv: STEP, due_on: '2027-03-01' }

test('the next step of an accepted report is offered as a milestone, and becomes one once', {
  timeout: 120_000,
}, async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  const town = { municipalityId, slug: 'liepaja' }
  await plantHolder(db, municipalityId, 'anna', { role: 'institutionCoordinator', institutionId: uuidv7() })
  await plantHolder(db, municipalityId, 'dace', { role: 'educationSpecialist' })
  const accountable = [{ action: ACTION, accountId: 'anna', deputyId: null }]
  const round = await plantOpenRound(db, town, { accountable })
  await reportAction(
    db,
    town,
    { accountId: 'anna', way: 'page', handedBy: '' },
    {
      round,
      action: ACTION,
      seen: 0,
      entry: aReport({ milestone: STEP, milestoneOn: step.due_on }),
      once: uuidv7(),
    },
    new Date(),
  )
  const specialist = memberOf(municipalityId, 'educationSpecialist', 'dace')
  const dace = await openSiteAs(db, specialist)
  const everybody = await openBuiltSite(db)
  const publicly = async () => (await everybody(`/liepaja/ricibas-plans/${ACTION}`)).text()
  const address = `/darbs/liepaja/statusa-kartas/${round.key}/${ACTION}`
  // Before it is accepted there is nothing to add.
  expect(await (await dace(address)).text()).not.toContain('name="title_lv"')
  expect((await dace(address, step)).status).toBe(404)

  const group = { name: 'Izglītības pārvalde', decidedOn: round.opensOn, voices: [] }
  const seen = { version: 1, decision: 0 }
  await acceptReport(db, specialist, town, { round, action: ACTION, seen }, group)
  expect(await (await dace(address)).text()).toContain(`value="${STEP}"`)
  expect(await publicly()).not.toContain(STEP)
  const wrong = await dace(address, { ...step, title_lv: '' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('href="#field-title_lv"')
  const guest = await openSiteAs(db, guestOf(municipalityId, 'anna'))
  expect((await guest(address, step)).status).toBe(403)

  for (const _ of ['once', 'twice']) {
    const sent = await dace(address, step)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${address}?pievienots=1`])
  }
  expect(await (await dace(address)).text()).not.toContain('name="title_lv"')
  expect((await publicly()).split(STEP)).toHaveLength(2)
})
