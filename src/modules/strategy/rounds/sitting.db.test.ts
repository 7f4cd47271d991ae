import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator } from '#platform/users.ts'
import { openBuiltSite, openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf } from '../../../../tests/support/editors.ts'
import { plantHolder } from '../../../../tests/support/plant-asked.ts'
import { reportAction } from './report.service.server.ts'
import { findAsked } from './rounds-store.server.ts'
import { aReport, guestOf, plantOpenRound } from './testing.server.ts'

const test = databaseTest.extend('town', { scope: 'file', auto: true }, async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  await plantHolder(db, municipalityId, 'anna', { role: 'institutionCoordinator', institutionId: uuidv7() })
  await plantHolder(db, municipalityId, 'dace', { role: 'educationSpecialist' })
  return { municipalityId, slug: 'liepaja' }
})
type Town = { municipalityId: string; slug: string }

const ACTIONS = ['1.1.1', '1.1.2', '1.1.3'] as const
const SAID = { '1.1.1': 'Pirmais ir izdarīts.', '1.1.2': 'Otrais notiek.', '1.1.3': 'Trešais notiek.' }

/** A round in which a group decides and everything of one person is reported, and its address. */
async function plantReported(db: Database, town: Town) {
  const accountable = ACTIONS.map((action) => ({ action, accountId: 'anna', deputyId: null }))
  const round = await plantOpenRound(db, town, { accountable, decidedBy: 'group' })
  for (const action of ACTIONS) await tell(db, town, { round, action, seen: 0, sentence: SAID[action] })
  const dace = await openSiteAs(db, memberOf(town.municipalityId, 'educationSpecialist', 'dace'))
  return { round, dace, address: `/darbs/liepaja/statusa-kartas/${round.key}` }
}

type Told = { round: { key: string }; action: string; seen: number; sentence: string }
const tell = (db: Database, town: Town, { round, action, seen, sentence }: Told) =>
  reportAction(
    db,
    town,
    { accountId: 'anna', way: 'page', handedBy: '' },
    { round, action, seen, entry: aReport({ sentence }), once: uuidv7() },
    new Date(),
  )

const decisionsOf = async (db: Database, { municipalityId }: Town, roundId: string) => {
  const asked = await readAs(db, operator(municipalityId), (tx) => findAsked(tx, municipalityId, roundId))
  return Object.fromEntries(
    ACTIONS.map((code) => [code, asked.find(({ action }) => action === code)?.decisions ?? []]),
  )
}

const present = {
  decided_by_lv: 'Stratēģijas darba grupa',
  'voice.1.who': 'Ilze',
  'voice.1.stance': 'agreed',
  'voice.2.who': 'Jānis',
  'voice.2.stance': 'agreed',
  'voice.2.remark': 'Lūdz nākamreiz sūtīt agrāk',
}
const seen = Object.fromEntries(ACTIONS.map((action) => [`seen.${action}`, '1.0']))

describe('a sitting', () => {
  test('decides on many reports at once, and keeps who objected to which of them', {
    timeout: 180_000,
  }, async ({ db, town }) => {
    const { round, dace, address } = await plantReported(db, town)
    const page = await (await dace(`${address}/sede`)).text()
    expect(await (await dace(address)).text()).toContain(`${address}/sede`)
    for (const sentence of Object.values(SAID)) expect(page).toContain(sentence)
    const sent = await dace(`${address}/sede`, {
      ...present,
      ...seen,
      'act.1.1.1': 'accept',
      'objection.1.1.1': 'jānis: nav līguma',
      'act.1.1.2': 'return',
      'remark.1.1.2': 'Pievienojiet līgumu',
    })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${address}?lemts=2`])
    expect(await (await dace(`${address}?lemts=2`)).text()).toContain('Pierakstīti 2 lēmumi')
    const decisions = await decisionsOf(db, town, round.id)
    expect(decisions['1.1.1']).toMatchObject([
      {
        kind: 'accepted',
        group: 'Stratēģijas darba grupa',
        voices: [
          { who: 'Ilze', stance: 'agreed' },
          { who: 'Jānis', stance: 'objected', remark: 'nav līguma (Lūdz nākamreiz sūtīt agrāk)' },
        ],
      },
    ])
    expect(decisions['1.1.2']).toMatchObject([
      { kind: 'returned', remark: 'Pievienojiet līgumu', voices: [{}, { stance: 'agreed' }] },
    ])
    expect(decisions['1.1.3']).toEqual([])
    const everybody = await openBuiltSite(db)
    const shown = await (await everybody('/liepaja/ricibas-plans/1.1.1')).text()
    expect(shown).toContain(SAID['1.1.1'])
    expect(shown).toContain('nav līguma')
    expect(await (await everybody('/liepaja/ricibas-plans/1.1.2')).text()).not.toContain(SAID['1.1.2'])
  })

  test('says everything that is wrong at once, and keeps what was typed', async ({ db, town }) => {
    const { round, dace, address } = await plantReported(db, town)
    const back = await dace(`${address}/sede`, {
      'voice.1.who': 'Ilze',
      'voice.1.stance': 'agreed',
      ...seen,
      'act.1.1.1': 'return',
      'act.1.1.2': 'accept',
      'objection.1.1.2': 'Pēteris: nebija klāt',
      'objection.1.1.3': 'Ilze: vēl nav skaidrs',
    })
    const page = await back.text()
    expect(back.status).toBe(422)
    for (const words of [
      'nosauciet vismaz divus klātesošos',
      'Uzrakstiet, kas jāprecizē.',
      'Katrā rindā rakstiet kādu no klātesošajiem',
      'Izvēlieties, ko ar šo ziņojumu darīt',
      'Pēteris: nebija klāt',
      'Ilze: vēl nav skaidrs',
    ])
      expect(page).toContain(words)
    expect(Object.values(await decisionsOf(db, town, round.id)).flat()).toEqual([])
    const empty = await dace(`${address}/sede`, { ...present, ...seen })
    expect(await empty.text()).toContain('Izvēlieties lēmumu vismaz par vienu ziņojumu')
  })

  test('decides on nothing when one of the reports is another one by now', async ({ db, town }) => {
    const { round, dace, address } = await plantReported(db, town)
    const alone = await dace(`${address}/1.1.1`, { ...present, act: 'accept', seen: '1.0' })
    expect(alone.status).toBe(303)
    await tell(db, town, { round, action: '1.1.3', seen: 1, sentence: 'Trešais ir izdarīts.' })
    const back = await dace(`${address}/sede`, {
      ...present,
      ...seen,
      'act.1.1.1': 'accept',
      'objection.1.1.1': 'Ilze: mans iebildums paliek',
      'act.1.1.2': 'accept',
      'act.1.1.3': 'accept',
    })
    expect(back.status).toBe(409)
    const page = await back.text()
    expect(page).toContain('Nekas nav pierakstīts')
    expect(page).toContain('Par 1.1.1 pa to laiku jau nolemts')
    expect(page).toContain('mans iebildums paliek')
    expect(page).toContain('Trešais ir izdarīts.')
    const decisions = await decisionsOf(db, town, round.id)
    expect([decisions['1.1.1']?.length, decisions['1.1.2'], decisions['1.1.3']]).toEqual([1, [], []])
    const guest = await openSiteAs(db, guestOf(town.municipalityId, 'anna'))
    expect((await guest(`${address}/sede`)).status).toBe(403)
  })
})
