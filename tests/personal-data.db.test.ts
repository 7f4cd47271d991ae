import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import { keepDraft } from '#platform/editing/drafts-store.server.ts'
import { operator, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { personalData } from '../src/app/personal-data.server.ts'
import { receiveUpload } from '../src/app/uploads/upload.service.server.ts'
import { openSiteAs } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { findPlace, head, type Place, register, secrets } from './support/staff.ts'

const test = databaseTest.extend('place', { scope: 'file' }, ({ db }) => findPlace(db))

const ofDepartment = (id: string, { municipalityId }: Place): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'educationSpecialist', scope: { kind: 'municipality', municipalityId } }],
})

const REASON = 'paša cilvēka lūgums, nr. 14'

describe('the record of processing', () => {
  test('tells of every table that keeps something of a person', async ({ open }) => {
    const tables = await open.asOwner((owner) =>
      owner.transaction().execute(async (tx) => {
        const { rows } = await sql<{ name: string }>`
          select distinct table_schema || '.' || table_name as name from information_schema.columns
          where table_schema not in ('information_schema', 'pg_catalog', 'jobs')
            and (table_schema in ('identity', 'people', 'accounts')
              or column_name ~ '^((person|account|holder|user)_id|email|contact|client_address|actor|tried|visitor)$')
          order by 1`.execute(tx)
        return rows.map(({ name }) => name)
      }),
    )
    const told = new Set(personalData.flatMap((entry) => entry.tables))
    expect(tables.filter((table) => !told.has(table))).toEqual([])
  })

  test('is read in words, printed and downloaded by who answers for it, and by no other', async ({
    db,
    place,
  }) => {
    const ask = await openSiteAs(db, ofDepartment('anna', place))
    const page = await (await ask('/darbs/liepaja/personas-dati')).text()
    expect(page).toContain('VDAR 30. pants')
    expect(page).toContain('identity.record')
    const file = await (await ask('/en/darbs/liepaja/personas-dati.csv')).text()
    expect(file).toContain('Legal basis')
    expect(file.trim().split('\r\n')).toHaveLength(personalData.length + 1)
    const grants = [
      {
        role: 'councilMember' as const,
        scope: { kind: 'municipality' as const, municipalityId: place.municipalityId },
      },
    ]
    const councillor = await openSiteAs(db, { id: 'dace', kind: 'member', grants })
    expect((await councillor('/darbs/liepaja/personas-dati')).status).toBe(403)
    expect((await councillor('/darbs/liepaja/personas-dati.csv')).status).toBe(403)
  })
})

describe('what is kept of oneself', () => {
  test('is read and taken along by oneself, and nothing of anybody else', async ({ db, place }) => {
    const give = (id: string, account: string, subject: string) =>
      writeAs(db, operator(place.municipalityId), async (tx) => {
        const { beginTestChange } = await import('./support/change.ts')
        const change = await beginTestChange(tx, { municipalityId: place.municipalityId })
        await sql`insert into work.task (municipality_id, id, account_id, kind, subject, changed_at, change_id)
          values (${place.municipalityId}, ${id}, ${account}, 'test.task', ${subject}, now(), ${change.id})`.execute(
          tx,
        )
      })
    await give(uuidv7(), 'anna', 'Annas uzdevums')
    await give(uuidv7(), 'berta', 'Bertas uzdevums')
    const ask = await openSiteAs(db, ofDepartment('anna', place))
    const page = await (await ask('/darbs/konts/mani-dati')).text()
    expect(page).toContain('Annas uzdevums')
    expect(page).not.toContain('Bertas uzdevums')
    const file = await ask('/darbs/konts/mani-dati.json')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    const body = JSON.stringify(await file.json())
    expect(body).toContain('Annas uzdevums')
    expect(body).not.toContain('Bertas uzdevums')
  })

  test('holds drafts, uploads and changes too, of oneself alone', async ({ db, place }) => {
    const { municipalityId } = place
    for (const account of ['anna', 'berta']) {
      const user = ofDepartment(account, place)
      const draft = { municipalityId, address: '/liepaja/raditaji/2' }
      await keepDraft(db, user, draft, { title_lv: `Melnraksts: ${account}` })
      const of = { municipality: { id: municipalityId, slug: 'liepaja' }, id: uuidv7() }
      await receiveUpload(db, user, of, 'liepaja-2020-2025', [
        { name: `fails-${account}.csv`, bytes: new TextEncoder().encode('code,position\nV1,1\n') },
      ])
      const what = { stream: 'messages', origin: 'form', action: 'tests.written', isPublic: false } as const
      const intent = { ...what, municipalityId, subject: `darbs: ${account}`, at: new Date() }
      await inChange(db, user, intent, async (_, { counts }) => {
        counts.added += 1
      })
    }
    const ask = await openSiteAs(db, ofDepartment('anna', place))
    const page = await (await ask('/darbs/konts/mani-dati')).text()
    const { kept } = await (await ask('/darbs/konts/mani-dati.json')).json()
    for (const text of [page, JSON.stringify(kept)]) {
      expect(text).toContain('Melnraksts: anna')
      expect(text).toContain('fails-anna.csv')
      expect(text).toContain('darbs: anna')
      expect(text).not.toContain('berta')
    }
  })

  test('is asked to be put right, which gives the administrator a task; where there is none, it is said', async ({
    db,
    place,
  }) => {
    const ask = await openSiteAs(db, ofDepartment('anna', place))
    const request = {
      act: 'correct',
      municipality: place.municipalityId,
      words: 'Mans uzvārds tagad ir cits.',
    }
    const unheard = await ask('/darbs/konts/mani-dati', request)
    expect(unheard.status).toBe(422)
    expect(await unheard.text()).toContain('Mans uzvārds tagad ir cits.')
    const { giveRole } = await import('#platform/rights/grants.server.ts')
    const scope = { kind: 'municipality', municipalityId: place.municipalityId } as const
    await giveRole(db, operator(), {
      accountId: 'admin',
      role: 'administrator',
      scope,
      validFrom: '2026-01-01',
      validTo: null,
    })
    expect((await ask('/darbs/konts/mani-dati', request)).status).toBe(303)
    const { rows } = await readAs(db, operator(place.municipalityId), (tx) =>
      sql<{ actor: string }>`select actor from platform.change where municipality_id = ${place.municipalityId}
        and action = 'data.correctionAsked'`.execute(tx),
    )
    // It is the asker’s own request, whoever’s rights it took to write it.
    expect(rows).toEqual([{ actor: 'anna' }])
    const admin = await openSiteAs(db, {
      id: 'admin',
      kind: 'member',
      grants: [{ role: 'administrator', scope }],
    })
    const desk = await (await admin('/darbs')).text()
    expect(desk).toContain('Mans uzvārds tagad ir cits.')
    const [, task = ''] = /name="task" value="([^"]+)"/.exec(desk) ?? []
    expect((await admin('/darbs', { task, municipality: place.municipalityId })).status).toBe(303)
    expect(await (await admin('/darbs')).text()).not.toContain('Mans uzvārds tagad ir cits.')
  })
})

describe('a person of an institution', () => {
  test('is given out with a reason, which stays; another institution gets nothing', async ({ db, place }) => {
    const person = await register(db, place, null)
    const address = `/darbs/liepaja/personas-dati/personas/${person}`
    const ask = await openSiteAs(db, head(place), { secrets })
    expect((await ask(address, { act: 'show', reason: '' })).status).toBe(422)
    const page = await (await ask(address, { act: 'show', reason: REASON })).text()
    expect(page).toContain('Dzēšamā')
    const file = await ask(`${address}/fails`, { act: 'file', reason: REASON })
    expect(JSON.stringify(await file.json())).toContain('zenta@example.lv')
    const readings = await readAs(db, operator(), async (tx) => {
      const { rows } = await sql<{
        reason: string
      }>`select reason from platform.reading where person_id = ${person}`.execute(tx)
      return rows
    })
    expect(readings.map(({ reason }) => reason)).toContain(REASON)
    const stranger = await openSiteAs(db, { ...ofDepartment('anna', place) })
    expect((await stranger(address, { act: 'show', reason: REASON })).status).toBe(403)
    expect((await stranger(`${address}/fails`, { act: 'file', reason: REASON })).status).toBe(403)
  })

  test('who works there is withheld, and it is said why', async ({ db, place }) => {
    const person = await register(db, place, null)
    const ask = await openSiteAs(db, head(place))
    const address = `/darbs/liepaja/personas-dati/personas/${person}`
    const plan = await (await ask(address, { act: 'plan', reason: REASON })).text()
    expect(plan).toContain('Kamēr cilvēks iestādē strādā')
    expect(plan).not.toContain('Dzēst to, ko drīkst')
    await ask(address, { act: 'erase', reason: REASON })
    expect(await (await ask(address)).text()).toContain('Dzēšamā')
  })

  test('who left not long ago is withheld until a day', async ({ db, place }) => {
    const person = await register(db, place, '2022-06-01')
    const ask = await openSiteAs(db, head(place))
    const plan = await (
      await ask(`/darbs/liepaja/personas-dati/personas/${person}`, { act: 'plan', reason: REASON })
    ).text()
    expect(plan).toContain('Līdz 2032. gada 1. jūnijs')
  })

  test('who left long ago is erased in one go, and the journal says what happened without what it was', async ({
    db,
    place,
  }) => {
    const person = await register(db, place, '2010-06-01')
    const ask = await openSiteAs(db, head(place))
    const address = `/darbs/liepaja/personas-dati/personas/${person}`
    expect(await (await ask(address, { act: 'plan', reason: REASON })).text()).toContain(
      'Dzēst to, ko drīkst',
    )
    const done = await (await ask(address, { act: 'erase', reason: REASON })).text()
    expect(done).toContain('Dzēšana ir pabeigta')
    expect(await (await ask(address)).text()).not.toContain('Dzēšamā')
    const names = await readAs(db, head(place), (tx) =>
      sql`select 1 from identity.name where person_id = ${person}`.execute(tx),
    )
    const written = await readAs(db, operator(), async (tx) => {
      const changes = await sql<{ detail: object }>`select * from platform.change
        where action = 'person.erased' and subject = ${person}`.execute(tx)
      return changes.rows
    })
    expect(names.rows).toEqual([])
    expect(written).toMatchObject([
      { detail: { erased: { 'people.names': 1, 'people.records': 1, 'people.directory': 1 } } },
    ])
    expect(JSON.stringify(written)).not.toMatch(/Zenta|Dzēšamā|@/)
    const again = await (await ask(address, { act: 'plan', reason: REASON })).text()
    expect(again).not.toContain('Dzēst to, ko drīkst')
  })
})
