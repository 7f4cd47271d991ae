import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { operator } from '#platform/users.ts'
import { exportPlan } from '../src/app/export.server.ts'
import { test as databaseTest } from './support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from './support/editors.ts'
import { figure, loadRows, planRows } from './support/two-plans.ts'
import { type Rows, twice } from './support/write-rows.ts'

const SLUG = 'kuldigas-novads'
const KEY = 'kuldigas-novads-2024'

const plain = planRows(KEY, {
  title: 'Plāns',
  from: 2024,
  indicator: 'Rinda',
  direction: 'down',
  label: 'pilsēta',
})
const programme = (starts_on: string, ends_on: string): Rows => ({
  programmes: [
    { code: 'P1', position: '1', state: 'written', starts_on, ends_on, ...twice('title', 'Programma') },
  ],
})
const loaded: Rows = {
  ...plain,
  ...programme('2024-01-01', '2025-12-31'),
  observations: [figure('2023', '20'), figure('2024', '30')],
  baselines: [{ series: '1', period: '2023', recomputed: 'no' }],
  goals: [...(plain.goals ?? []), { code: 'M2', position: '2', ...twice('title', 'Otrs mērķis') }],
}

const test = databaseTest.extend('ids', { scope: 'file' }, async ({ db }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-undo-'))
  onCleanup(() => rm(folder, { recursive: true, force: true }))
  await loadRows(db, folder, loaded)
  await loadRows(db, folder, programme('2024-01-01', '2030-12-31'))
  await loadRows(db, folder, programme('2028-01-01', '2030-12-31'))
  const municipalityId = await municipalityIdOf(db, SLUG)
  const idIn = async (table: string) => {
    const { rows } = await readAs(
      db,
      operator(municipalityId),
      (tx) =>
        sql<{
          id: string
        }>`select id from ${sql.table(table)} where municipality_id = ${municipalityId}`.execute(tx),
      { municipalityId },
    )
    return rows[0]?.id ?? ''
  }
  return {
    municipalityId,
    plan: await idIn('strategy.strategy'),
    series: await idIn('indicators.series'),
  }
})

type Ids = { municipalityId: string; plan: string; series: string }

/** Presses the button of one state in a history, and confirms it, or first only looks. */
async function undo(
  db: Database,
  { municipalityId }: Ids,
  table: string,
  key: string[],
  { revision = 1, isConfirmed = true } = {},
) {
  const anna = await openEditor(db, memberOf(municipalityId, 'educationSpecialist', 'anna'))
  const address = historyAddress(SLUG, table, key)
  const version = /name="_version" value="(\d+)"/.exec(await anna.read(address))?.[1] ?? ''
  const typed = { _key: key.join('·'), _revision: String(revision), _version: version, _why: 'Kļūda plānā' }
  const answer = await anna.ask(address, isConfirmed ? { ...typed, _confirmed: 'yes' } : typed)
  return { status: answer.status, page: await answer.text() }
}

const exported = (db: Database, { municipalityId }: Ids) =>
  exportPlan(db, operator(municipalityId), { id: municipalityId, slug: SLUG }, KEY)

describe('an undo that would break the rules of files is refused, and nothing is written', () => {
  test.for<[what: string, table: string, key: (ids: Ids) => string[], revision: number, said: string[]]>([
    [
      'a figure that is a baseline',
      'indicators.observation',
      ({ series }) => [series, '2023'],
      1,
      ['baselines.csv, rinda “1”, kolonna “period”', 'nav atrodams failā observations.csv'],
    ],
    [
      'a direction with actions',
      'strategy.direction',
      ({ plan }) => [plan, '1.1'],
      1,
      ['actions.csv', '1.1'],
    ],
    [
      'a document that is cited',
      'sources.document',
      () => [KEY, 'parskats'],
      1,
      ['indicators.csv', 'parskats'],
    ],
    [
      'an indicator with series',
      'indicators.indicator',
      () => [KEY, '1'],
      1,
      ['series.csv', 'indicators.csv'],
    ],
    [
      'a middle change of a programme',
      'strategy.programme',
      ({ plan }) => [plan, 'P1'],
      2,
      ['programmes.csv, rinda “P1”', '2025-12-31', 'jābūt vēlāk par', '2028-01-01'],
    ],
    [
      'the plan itself',
      'strategy.strategy',
      () => [KEY],
      1,
      [`“${KEY}” nevar atsaukt: uz to norāda goals.csv (“M1”). Tāpat vēl 1 rindā.`, 'actions.csv'],
    ],
  ])('%s', async ([, table, key, revision, said], { db, ids }) => {
    const before = await exported(db, ids)
    const { status, page } = await undo(db, ids, table, key(ids), { revision })
    expect(page).toContain('Nekas nav atcelts')
    for (const words of said) expect(page).toContain(words)
    expect(status).toBe(422)
    const looked = await undo(db, ids, table, key(ids), { revision, isConfirmed: false })
    expect(looked.status).toBe(422)
    for (const words of said) expect(looked.page).toContain(words)
    expect(await exported(db, ids)).toEqual(before)
  })

  test('what would change is shown first, and nothing is written', async ({ db, ids }) => {
    const before = await exported(db, ids)
    const key = [ids.plan, 'P1']
    const { status, page } = await undo(db, ids, 'strategy.programme', key, {
      revision: 3,
      isConfirmed: false,
    })
    expect(status).toBe(200)
    const preview = /<section id="preview".*?<\/section>/.exec(page)?.[0] ?? ''
    expect(preview).toContain('<del>2028-01-01</del> → <ins>2024-01-01</ins>')
    expect(preview).toContain('name="_confirmed" value="yes"')
    expect(preview).toContain('name="_why" value="Kļūda plānā"')
    expect(await exported(db, ids)).toEqual(before)
    const goal = await undo(db, ids, 'strategy.goal', [ids.plan, 'M2'], { isConfirmed: false })
    expect(goal.page).toContain('Atsaukts: vairs netiek rādīts.')
  })

  test('what nothing points at is undone', async ({ db, ids }) => {
    expect((await undo(db, ids, 'strategy.goal', [ids.plan, 'M2'])).status).toBe(303)
    expect((await undo(db, ids, 'indicators.observation', [ids.series, '2024'])).status).toBe(303)
  })
})
