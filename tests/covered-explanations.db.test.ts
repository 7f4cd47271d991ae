import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { keepUpWith } from '../src/app/keepers.server.ts'
import { openBuiltSite, openSiteAs } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'

/** Liepāja, of whose findings one is about covered figures. */
const test = databaseTest.extend('liepaja', { scope: 'file' }, async ({ db }) => {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  if (!municipality) throw new Error('Liepāja is not loaded')
  await keepUpWith(db, municipality.id)
  return municipality.id
})

const member = (municipalityId: string, role: Role): User => ({
  id: 'anna',
  kind: 'member',
  grants: [{ role, scope: { kind: 'municipality', municipalityId } }],
})

/** The figure that nobody but the department may know. */
const SECRET = '7,123'
const WORDS = `No desmit vadītājiem ${SECRET} atbildēja citādi.`

/** Every public address that tells of findings. */
const PUBLIC = [
  '/liepaja/datu-kvalitate',
  '/en/liepaja/datu-kvalitate',
  '/liepaja',
  '/api/v1/municipalities/liepaja/findings',
  '/api/v1/municipalities/liepaja/findings.csv',
]

describe('an explanation of a finding about covered figures', () => {
  test('is told to the department only, unless its author says that it tells no figure', async ({
    db,
    liepaja,
  }) => {
    const identity = await writeAs(db, operator(liepaja), async (tx) => {
      const { rows } = await sql<{ identity: string }>`update findings.finding set is_covered = true
        where municipality_id = ${liepaja} and number = 1 and rule = (
          select rule from findings.finding where municipality_id = ${liepaja} order by rank limit 1)
        returning identity`.execute(tx)
      return rows[0]?.identity
    })
    const address = `/darbs/liepaja/atradumi/${identity}`
    const ask = await openSiteAs(db, member(liepaja, 'educationSpecialist'))
    expect(await (await ask(address)).text()).toContain('Skaidrojums neatklāj nevienu aizsegto skaitli')
    const said = { state: 'explained', words_lv: WORDS }
    expect((await ask(address, { ...said, _version: '0' })).status).toBe(303)
    const everybody = await openBuiltSite(db)
    for (const path of PUBLIC) expect(await (await everybody(path)).text(), path).not.toContain(SECRET)
    expect(await (await everybody('/liepaja/datu-kvalitate?state=explained')).text()).toContain(
      'Skaidrojuma vārdi te nav rādīti',
    )
    expect(await (await ask(address)).text()).toContain(SECRET)
    const councillor = await openSiteAs(db, member(liepaja, 'councilMember'))
    for (const path of [address, '/darbs/liepaja/atradumi', '/darbs']) {
      expect(await (await councillor(path)).text(), path).not.toContain(SECRET)
    }
    const harmless = 'Atbildes ir pārbaudītas ar iestādēm, un tās ir pareizas.'
    await ask(address, { state: 'explained', words_lv: harmless, tells_no_figure: 'yes', _version: '1' })
    expect(await (await everybody('/liepaja/datu-kvalitate?state=explained')).text()).toContain(harmless)
  })
})
