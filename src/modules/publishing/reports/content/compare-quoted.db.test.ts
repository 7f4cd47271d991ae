import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { test } from '../../../../../tests/support/database.ts'
import { type ComparedFigure, compareQuoted, countAgreements } from './compare-quoted.ts'
import { reportDataOf } from './content.testing.ts'
import { readQuoted } from './read-quoted.server.ts'

async function comparisonOf(db: Database) {
  const { municipality } = await reportDataOf(db)
  const { data, quoted } = await readAs(db, THE_PUBLIC, (tx) => readQuoted(tx, municipality.id))
  return compareQuoted(data, quoted)
}

const said = ({ figure, quoted, ours }: ComparedFigure) => [figure, quoted, ours?.value]

describe('the figures that the published evaluation of Liepāja quotes', () => {
  test('each agree with the data, or it is said why not', async ({ db }) => {
    const all = (await comparisonOf(db)).flatMap(({ figures }) => figures)
    const open = all.filter(({ agreement }) => agreement === 'unexplained' || agreement === 'absent')
    expect(open.map(said)).toEqual([])
  })

  test('are counted by how they agree', async ({ db }) => {
    expect(countAgreements(await comparisonOf(db))).toEqual({
      same: 215,
      explained: 2,
      unexplained: 0,
      covered: 17,
      absent: 0,
    })
  })

  test('differ where one action that was deferred counts as not carried out', async ({ db }) => {
    const all = (await comparisonOf(db)).flatMap(({ figures }) => figures)
    const explained = all.filter(({ agreement }) => agreement === 'explained')
    expect(explained.map(({ figure }) => figure)).toEqual([
      'count:actions/notStarted',
      'share:actions/notStarted',
    ])
    expect(explained.every(({ why }) => why !== null && why.lv !== '' && why.en !== '')).toBe(true)
  })

  test('stand under the tables of the document, and none twice', async ({ db }) => {
    const tables = await comparisonOf(db)
    const keys = tables.flatMap(({ figures }) => figures.map(({ figure, what }) => `${figure} ${what?.lv}`))
    expect(new Set(keys).size).toBe(keys.length)
    expect(tables.map(({ title }) => title?.lv.split(':')[0] ?? null)).toEqual([
      '1. tabula',
      'Ievads',
      '1.2.1. tabula',
      '2.1. nodaļa',
      '2.3. nodaļa',
      '2.2. nodaļa',
      '3. nodaļa',
      null,
      'Vīzija, misija un vērtības ikdienā',
      'Attīstības vajadzību risināšana',
    ])
  })
})
