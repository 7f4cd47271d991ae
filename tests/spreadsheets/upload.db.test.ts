import { readFile } from 'node:fs/promises'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { exampleFile } from '#platform/import/examples.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import type { PartChoice } from '#platform/uploads/choices.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { zip } from '#platform/zip.ts'
import { exportPlan, tableCsv } from '../../src/app/export.server.ts'
import { describedSheets } from '../../src/app/prepare-folder.server.ts'
import { sheetsOf } from '../../src/app/read-folder.server.ts'
import { WrongCount } from '../../src/app/uploads/end-rows.server.ts'
import {
  commitUpload,
  confirmRecognised,
  dropUpload,
  readUpload,
  receiveUpload,
  rehearseUpload,
} from '../../src/app/uploads/upload.service.server.ts'
import { test } from '../support/database.ts'
import { fileOf, prepareUpload } from '../support/uploads.ts'

const PLAN = 'liepaja-2020-2025'

async function liepajaIn(db: Database) {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  return { id: found?.id ?? '', slug: 'liepaja' }
}

const headOf = (municipalityId: string, id = 'head'): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'educationHead', scope: { kind: 'municipality', municipalityId } }],
})

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function prepare(
  db: Database,
  files: Record<string, string | Uint8Array>,
  alter?: (part: PartChoice) => PartChoice,
) {
  const municipality = await liepajaIn(db)
  const sent = Object.entries(files).map(([name, content]) => fileOf(name, content))
  return prepareUpload(db, headOf(municipality.id), { municipality, plan: PLAN }, sent, alter)
}

const rehearse = async (db: Database, { user, of, upload, files }: Awaited<ReturnType<typeof prepare>>) =>
  rehearseUpload(db, user, of.municipality, upload, files)

const shipped = (file: string) => readFile(`data/liepaja-2020-2025/${file}`, 'utf8')

describe('a table that is sent alone', () => {
  test('is recognised, and changes nothing when it is as it was', async ({ db }) => {
    const prepared = await prepare(db, { 'observations.csv': await shipped('observations.csv') })
    expect(prepared.recognised).toMatchObject([
      { sheet: 'observations', separator: ',', decimal: '.', header: 1, encoding: null },
    ])
    const { problems, changes } = await rehearse(db, prepared)
    expect(problems).toEqual([])
    expect(changes).toMatchObject([{ name: 'observations', added: [], changed: [], gone: [] }])
    expect(await commitUpload(db, prepared.user, prepared.of, { why: 'test', ends: {} })).toEqual({
      added: 0,
      changed: 0,
      ended: 0,
      changeId: null,
    })
  })

  test('says what changes in words, loads it once however often it is asked, and forgets the bytes', async ({
    db,
  }) => {
    const text = await shipped('values.csv')
    const [head = '', first = '', ...rest] = text.trimEnd().split('\n')
    const cells = first.split(',')
    const title = cells[2] ?? ''
    cells[2] = `${title} un prieks`
    const prepared = await prepare(db, { 'values.csv': [head, cells.join(','), ...rest].join('\n') })
    const { problems, changes } = await rehearse(db, prepared)
    expect(problems).toEqual([])
    expect(changes).toMatchObject([
      {
        changed: [{ cells: [{ column: 'title_lv', from: title, to: `${title} un prieks` }] }],
        added: [],
        gone: [],
      },
    ])
    const decision = { why: 'precizēts', ends: {} }
    const [one, two] = await Promise.all([
      commitUpload(db, prepared.user, prepared.of, decision),
      commitUpload(db, prepared.user, prepared.of, decision),
    ])
    expect(one).toMatchObject({ added: 0, changed: 1 })
    expect(two).toEqual(one)
    expect(await readUpload(db, prepared.user, prepared.of)).toMatchObject({
      upload: { state: 'committed' },
      files: [],
    })
    const back = await prepare(db, { 'values.csv': text })
    expect(await commitUpload(db, back.user, back.of, decision)).toMatchObject({ changed: 1 })
  })
})

describe('an archive of tables', () => {
  test('that we gave is taken back as it is, and changes nothing', async ({ db }) => {
    const municipality = await liepajaIn(db)
    const { tables } = await exportPlan(db, headOf(municipality.id), municipality, PLAN)
    const files = tables.map((table) => [table.sheet.file, tableCsv(table, 'machine')] as const)
    const prepared = await prepare(db, { 'liepaja-viss.zip': zip(files) })
    const { problems, changes } = await rehearse(db, prepared)
    expect(problems).toEqual([])
    expect(changes.length).toBeGreaterThan(20)
    const sums = changes.map(({ added, changed, gone }) => added.length + changed.length + gone.length)
    expect(new Set(sums)).toEqual(new Set([0]))
  })

  test('that holds no table, or is none, is refused by its name', async ({ db }) => {
    const municipality = await liepajaIn(db)
    const send = (bytes: Uint8Array) =>
      receiveUpload(db, headOf(municipality.id), { municipality, id: uuidv7() }, PLAN, [
        { name: 'foto.zip', bytes },
      ])
    for (const bytes of [zip([['foto.jpg', 'nav tabula']]), bytesOf('PK nekas')]) {
      expect(await send(bytes)).toMatchObject([{ file: 'foto.zip', reason: 'platform.import.archiveBroken' }])
    }
  })
})

describe('fewer rows', () => {
  test('end nothing by themselves, nothing by a wrong number, and all by the right one', async ({ db }) => {
    const text = await shipped('external-factors.csv')
    const lines = text.trimEnd().split('\n')
    // Two of which nothing says what they hit: others are still needed.
    const short = lines.filter((line) => !/^(law|war),/.test(line)).join('\n')
    const stays = await prepare(db, { 'external-factors.csv': short })
    expect((await rehearse(db, stays)).changes).toMatchObject([
      { gone: [{}, {}].map(() => expect.any(String)) },
    ])
    expect(await commitUpload(db, stays.user, stays.of, { why: 'daļa', ends: {} })).toMatchObject({
      ended: 0,
    })
    const ends = await prepare(db, { 'external-factors.csv': short })
    const commit = (count: number) =>
      commitUpload(db, ends.user, ends.of, { why: 'vairs nav', ends: { externalFactors: count } })
    await expect(commit(3)).rejects.toThrow(WrongCount)
    expect(await commit(2)).toMatchObject({ ended: 2 })
    const back = await prepare(db, { 'external-factors.csv': text })
    expect(await commitUpload(db, back.user, back.of, { why: 'tomēr ir', ends: {} })).toMatchObject({
      changed: 2,
    })
  })
})

describe('a wrong file', () => {
  test('has every error told by row and column, and nothing of it is loaded', async ({ db }) => {
    const prepared = await prepare(db, {
      'observations.csv':
        'series,period,value_kind,number,unit\nnav-tadas,2024/2025,share,1,percent\n3,2024/2026,share,dažas,percent\n',
    })
    const { problems } = await rehearse(db, prepared)
    expect(problems.map(({ line, column }) => [line, column])).toEqual(
      expect.arrayContaining([
        [2, 'series'],
        [3, 'period'],
        [3, 'number'],
      ]),
    )
    await expect(commitUpload(db, prepared.user, prepared.of, { why: '', ends: {} })).rejects.toThrow(
      ImportRefused,
    )
  })

  test('has a row with a mistake, which is not gone for that', async ({ db }) => {
    const broken = (await shipped('external-factors.csv')).replace(/^([^\n]*\n[^,]*,)\d+/, '$1viens')
    const { problems, changes } = await rehearse(db, await prepare(db, { 'external-factors.csv': broken }))
    expect(problems).toHaveLength(1)
    expect(changes).toMatchObject([{ gone: [] }])
  })

  test('is a template whose example was left in it', async ({ db }) => {
    const { example } = describedSheets().find(({ name }) => name === 'programmes') ?? {}
    const prepared = await prepare(db, {
      'programmes.csv': exampleFile(sheetsOf('municipality').programmes as never, example as never),
    })
    const { problems } = await rehearse(db, prepared)
    expect(problems).toMatchObject([{ line: 2, reason: 'platform.import.exampleLeft' }])
  })
})

describe('foreign columns', () => {
  test('are mapped once and remembered for the same headings', async ({ db }) => {
    const foreign = (value: string) => `Kods;Kārta;Nosaukums;Angliski\nV1;1;${value};Values\n`
    const columns = { code: 0, position: 1, title_lv: 2, title_en: 3 }
    const asValues = (part: PartChoice): PartChoice => ({
      ...part,
      sheet: 'values',
      mapping: { columns, values: {}, marks: {} },
    })
    await prepare(db, { 'musu-vertibas.csv': foreign('Cieņa') }, asValues)
    const municipality = await liepajaIn(db)
    const user = headOf(municipality.id)
    const of = { municipality, id: uuidv7() }
    const sent = [{ name: 'citi.csv', bytes: bytesOf(foreign('Drosme')) }]
    await receiveUpload(db, user, of, PLAN, sent)
    const found = await readUpload(db, user, of)
    const parts = (found?.upload.choices.parts ?? []).map((part) => ({ ...part, sheet: 'values' }))
    await confirmRecognised(db, user, of, sent, parts)
    const again = await readUpload(db, user, of)
    expect(again?.upload.choices.parts[0]?.mapping?.columns).toEqual(columns)
    const { changes } = await rehearseUpload(
      db,
      user,
      municipality,
      again?.upload ?? { plan: PLAN, choices: { parts } },
      sent,
    )
    expect([...(changes[0]?.added ?? []), ...(changes[0]?.changed.map(({ key }) => key) ?? [])]).toEqual([
      'V1',
    ])
  })
})

describe('another person', () => {
  test('sees nothing of it', async ({ db }) => {
    const { of } = await prepare(db, { 'values.csv': await shipped('values.csv') })
    expect(await readUpload(db, headOf(of.municipality.id, 'somebody else'), of)).toBeUndefined()
  })

  test('sees, changes and drops nothing of it with rights over the whole country either', async ({ db }) => {
    const { user, of } = await prepare(db, { 'values.csv': await shipped('values.csv') })
    for (const role of ['ministryReader', 'administrator'] as const) {
      const other: User = { id: role, kind: 'member', grants: [{ role, scope: { kind: 'country' } }] }
      expect(await readUpload(db, other, of)).toBeUndefined()
      await dropUpload(db, other, of)
      expect(await readUpload(db, user, of)).toMatchObject({ upload: { state: 'mapped' } })
    }
  })
})

test('two uploads at once: neither undoes what the other has changed', async ({ db }) => {
  const factors = await shipped('external-factors.csv')
  const [head = '', ...rows] = factors.trimEnd().split('\n')
  const edited = (index: number) =>
    [head, (rows[index] ?? '').replace(/^([^,]*),(\d+),/, (_, code) => `${code},${90 + index},`)].join('\n')
  const [one, two] = [
    await prepare(db, { 'external-factors.csv': edited(0) }),
    await prepare(db, { 'external-factors.csv': edited(1) }),
  ]
  const decision = { why: 'secība', ends: {} }
  const done = await Promise.all([
    commitUpload(db, one.user, one.of, decision),
    commitUpload(db, two.user, two.of, decision),
  ])
  expect(done).toMatchObject([{ changed: 1 }, { changed: 1 }])
  const back = await prepare(db, { 'external-factors.csv': factors })
  expect((await rehearse(db, back)).changes[0]?.changed).toHaveLength(2)
  expect(await commitUpload(db, back.user, back.of, decision)).toMatchObject({ changed: 2 })
})
