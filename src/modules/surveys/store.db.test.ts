import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { beginTestChange } from '../../../tests/support/change.ts'
import { countStatements, inRollback, test } from '../../../tests/support/database.ts'
import { importSurveys } from './import.service.server.ts'
import { coverMarked } from './protect.ts'
import { type SurveyRows, surveySheets } from './sheets.ts'
import {
  findAllSurveyTables,
  findSurveyByKey,
  findSurveys,
  findSurveysOfAll,
  getSurveyTable,
} from './store.server.ts'
import { tablesFromRows } from './testing-rows.ts'

const readLiepaja = async () => (await readSheets('data/liepaja-2020-2025', surveySheets)).rows

async function idOf(db: Database, slug: string) {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  return found?.id ?? ''
}

const asPublic = <Result>(db: Database, work: (tx: DatabaseTransaction) => Promise<Result>) =>
  readAs(db, THE_PUBLIC, work)

describe('reading', () => {
  test('gives back what the files say', async ({ db }) => {
    const id = await idOf(db, 'liepaja')
    const tables = await asPublic(db, (tx) => findAllSurveyTables(tx, id))
    const expected = tablesFromRows(await readLiepaja()).map(coverMarked)
    expect(tables.map(({ survey }) => survey.key)).toEqual(expected.map(({ survey }) => survey.key))
    expect(tables.map(({ groups }) => groups)).toEqual(expected.map(({ groups }) => groups))
    expect(tables.map(({ items }) => items)).toEqual(expected.map(({ items }) => items))
    expect(tables.map(({ results }) => results.length)).toEqual([56, 24])
    expect(tables.map(({ printedMeans }) => printedMeans.length)).toEqual([7, 10])
  })

  test('finds one survey by its key, with its table', async ({ db }) => {
    const id = await idOf(db, 'liepaja')
    await asPublic(db, async (tx) => {
      const survey = await findSurveyByKey(tx, id, 'needs-in-practice')
      const table = await getSurveyTable(tx, id, survey?.id ?? '')
      expect(table.survey).toEqual(survey)
      expect(table.groups.map(({ code }) => code)).toEqual(['heads', 'department'])
      expect(await findSurveyByKey(tx, id, 'nothing')).toBeUndefined()
    })
  })

  test('lists the surveys of one municipality and of all', async ({ db }) => {
    const id = await idOf(db, 'liepaja')
    await asPublic(db, async (tx) => {
      const surveys = await findSurveys(tx, id)
      expect(surveys.map(({ key }) => key)).toEqual(['strategy-in-practice', 'needs-in-practice'])
      expect(await findSurveysOfAll(tx)).toContainEqual({ municipalityId: id, survey: surveys[0] })
    })
  })

  test('takes the same number of statements however much there is', async ({ db }) => {
    const id = await idOf(db, 'liepaja')
    await asPublic(db, async (tx) => {
      const survey = await findSurveyByKey(tx, id, 'needs-in-practice')
      expect(await countStatements(db, () => findSurveys(tx, id))).toBe(2)
      expect(await countStatements(db, () => findSurveysOfAll(tx))).toBe(2)
      expect(await countStatements(db, () => findSurveyByKey(tx, id, 'needs-in-practice'))).toBe(2)
      expect(await countStatements(db, () => getSurveyTable(tx, id, survey?.id ?? ''))).toBe(7)
      expect(await countStatements(db, () => findAllSurveyTables(tx, id))).toBe(7)
    })
  })
})

describe('importSurveys', () => {
  const at = new Date('2100-01-01T00:00:00Z')
  const load = async (tx: DatabaseTransaction, municipalityId: string, rows: SurveyRows) => {
    const keys = await tx
      .selectFrom('sources.document')
      .select(['id', 'key'])
      .where('municipality_id', '=', municipalityId)
      .execute()
    const change = await beginTestChange(tx, { municipalityId, at })
    const ids = new Map([['sources.document', new Map(keys.map(({ id, key }) => [key, id]))]])
    const dataset = [{ line: 2, municipality: 'liepaja', strategy: 'liepaja-2020-2025', public: true }]
    await importSurveys(tx, change, { ...rows, dataset }, ids)
    return change.counts
  }

  test('changes nothing when the rows are the same', async ({ db }) => {
    const id = await idOf(db, 'liepaja')
    const rows = await readLiepaja()
    const changes = await inRollback(db, operator(id), (tx) => load(tx, id, rows))
    expect(changes).toEqual({ added: 0, changed: 0 })
  })

  test('keeps the result before a correction, and reads either', async ({ db }) => {
    const id = await idOf(db, 'liepaja')
    const rows = await readLiepaja()
    const surveyResults = rows.surveyResults.map((row) => (row.share === 65 ? { ...row, share: 66 } : row))
    await inRollback(db, operator(id), async (tx) => {
      expect(await load(tx, id, { ...rows, surveyResults })).toEqual({ added: 0, changed: 1 })
      const survey = await findSurveyByKey(tx, id, 'needs-in-practice')
      const revised = async (asOf?: Date) =>
        (await getSurveyTable(tx, id, survey?.id ?? '', { asOf })).results.find(
          ({ group, item }) => group === 'heads' && item === '2.1',
        )
      expect(await revised()).toMatchObject({ share: 66, revision: 2, recordedBy: 'tester' })
      expect(await revised(new Date(at.getTime() - 1))).toMatchObject({ share: 65, revision: 1 })
    })
  })

  test('refuses a municipality that the user may not write', async ({ db }) => {
    const id = await idOf(db, 'liepaja')
    const rows = await readLiepaja()
    const surveyResults = rows.surveyResults.map((row) => (row.share === 65 ? { ...row, share: 66 } : row))
    const stranger = operator(await idOf(db, 'riga'))
    const refused = writeAs(db, stranger, (tx) => load(tx, id, { ...rows, surveyResults }))
    await expect(refused).rejects.toThrow('row-level security')
  })
})
