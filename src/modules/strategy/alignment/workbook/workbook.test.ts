import { type CellValue, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import type { PlanOfWork } from '../model.ts'
import { aPlan } from '../testing.ts'
import { matchRows } from './match-rows.ts'
import { readPlan } from './read-plan.server.ts'
import { sayHead, WORKBOOK_COLUMNS, wordsIn } from './words.ts'
import { writePlan } from './write-plan.server.ts'

const known = { actions: new Set(['1.1.1', '1.1.2']), indicators: new Set(['14']) }
const title = { lv: 'Darbība', en: 'Action' }
const nameable = { actions: [{ code: '1.1.1', title }], indicators: [{ code: '14', title }] } as never
const HEADS = WORKBOOK_COLUMNS.map((column) => sayHead(column, wordsIn('lv')))
const NONE: ReadonlySet<number> = new Set()

type Cells = Partial<Record<(typeof WORKBOOK_COLUMNS)[number], CellValue>>
const sheetOf = (...rows: Cells[]) => [
  HEADS,
  ...rows.map((row) => WORKBOOK_COLUMNS.map((column) => row[column] ?? null)),
]
const bytesOf = (rows: CellValue[][]) =>
  writeXlsx({ sheets: [{ name: 'Uzdevumi', rows }], stringMode: 'inline' })
const read = async (...rows: Cells[]) => readPlan(await bytesOf(sheetOf(...rows)), known)
const told = ({ problems }: Awaited<ReturnType<typeof readPlan>>) =>
  problems.map(({ cell, reason }) => [cell, reason])

describe('a filled workbook', () => {
  test('is refused with everything that is wrong, by the cells that a spreadsheet shows', async () => {
    const problems = told(
      await read(
        { task: 'Labs', actions: '1.1.1; 1.1.2', due_on: '31.12.2027', progress: 'tiek darīts' },
        { number: 0, task: '', due_on: '2027-02-30', progress: 'gandrīz' },
        { task: 'Abi', actions: '1.1.1', own_need: 'Vajag' },
        { task: 'Svešs', actions: '9.9.9', indicators: '99' },
        { task: 'Otrādi', starts_on: '2027-05-01', due_on: '2027-04-01' },
        { task: 'Datums', actions: new Date('2027-01-01T00:00:00Z') },
        { number: 7, task: 'Septītais' },
        { number: 7, task: 'Vēl viens' },
      ),
    )
    expect(problems).toEqual([
      ['Uzdevumi!A3', 'platform.import.choice'],
      ['Uzdevumi!C3', 'platform.import.required'],
      ['Uzdevumi!E3', 'platform.import.date'],
      ['Uzdevumi!K3', 'platform.import.choice'],
      ['Uzdevumi!I4', 'strategy.alignment.wrong.both'],
      ['Uzdevumi!H5', 'strategy.alignment.wrong.action'],
      ['Uzdevumi!J5', 'strategy.alignment.wrong.indicator'],
      ['Uzdevumi!E6', 'strategy.alignment.wrong.order'],
      ['Uzdevumi!H7', 'platform.import.cellDate'],
      ['Uzdevumi!A9', 'strategy.alignment.upload.numberTwice'],
    ])
  })

  test('is refused as a whole where it is none, or has no headings', async () => {
    expect(told(await readPlan(new TextEncoder().encode('nav fails'), known))).toEqual([
      [null, 'strategy.alignment.upload.notXlsx'],
    ])
    expect(told(await readPlan(await bytesOf([['A', 'B']]), known))).toEqual([
      [null, 'strategy.alignment.upload.noHead'],
    ])
    const strange = await bytesOf([
      ['Uzdevums', 'Termiņš', 'Piezīmes', 'Uzdevums'],
      ['Darbs', null, 'Mana piezīme', null],
    ])
    expect(told(await readPlan(strange, known))).toEqual([
      ['Uzdevumi!C1', 'strategy.alignment.upload.strangeHead'],
      ['Uzdevumi!D1', 'strategy.alignment.upload.headTwice'],
    ])
  })

  test('may leave columns out, which then say nothing', async () => {
    const few = await readPlan(
      await bytesOf([
        ['Nr.', 'Uzdevums', 'Zīme (nemainīt)'],
        [1, 'Jauns', 'a:1'],
      ]),
      known,
    )
    const { changed } = matchRows(aPlan('a', [{ number: 1, task: 'Vecs', goal: 'Mērķis' }]), few.rows, NONE)
    expect(changed.map(({ item }) => [item.task, item.goal])).toEqual([['Jauns', 'Mērķis']])
  })
})

async function roundTrip(plan: PlanOfWork, now = plan) {
  const { rows, problems } = await readPlan(await writePlan(plan, nameable, wordsIn('lv')), known)
  expect(problems).toEqual([])
  return matchRows(now, rows, NONE)
}
const inShort = ({ added, changed, same, problems }: ReturnType<typeof matchRows>) => ({
  added: added.map(({ item }) => item.task),
  changed: changed.map(({ before }) => before.number),
  same,
  problems: problems.map(({ reason }) => reason.split('.').at(-1)),
})
const nothing = { added: [], changed: [], same: 0, problems: [] }

describe('rows and tasks', () => {
  const plan = aPlan('a', [
    { number: 1, task: 'Pirmais', actions: ['1.1.1'], indicators: ['14'], dueOn: '2026-06-01' },
    { number: 4, task: 'Ceturtais', goal: 'Mērķis', ownNeed: 'Vajag', achieved: '0' },
  ])
  const changedSince = (item: number, given: object) => ({
    ...plan,
    items: plan.items.map((one) => (one.number === item ? { ...one, ...given } : one)),
  })

  test('are the same when they come back as they went', async () => {
    expect(inShort(await roundTrip(plan))).toEqual({ ...nothing, same: 2 })
  })

  test('that somebody has changed meanwhile are not written over', async () => {
    const now = changedSince(1, { task: 'Cits', version: 2 })
    expect(inShort(await roundTrip(plan, now))).toEqual({ ...nothing, same: 1, problems: ['meanwhile'] })
    const edited = changedSince(4, { task: 'Labots izklājlapā' })
    expect(inShort(await roundTrip(edited, plan))).toEqual({ ...nothing, same: 1, changed: [4] })
  })

  test('of another plan, of a number that is taken or was taken out are refused', async () => {
    expect(inShort(await roundTrip(plan, { ...plan, key: 'b' })).problems).toEqual(['otherPlan', 'otherPlan'])
    const { rows } = await read({ number: 1, task: 'Mans' }, { number: 9, task: 'Devītais' })
    expect(inShort(matchRows(plan, rows, new Set([9])))).toEqual({
      ...nothing,
      problems: ['numberTaken', 'takenOut'],
    })
  })

  test('without a number are new once, and the same the second time', async () => {
    const { rows } = await read({ task: 'Jauns', goal: 'M' }, { task: 'PIRMAIS', due_on: '2026-07-01' })
    expect(inShort(matchRows(plan, rows, NONE))).toEqual({
      ...nothing,
      added: ['Jauns'],
      problems: ['taskThere'],
    })
    const then = aPlan('a', [{ number: 5, task: 'Jauns', goal: 'M' }])
    expect(inShort(matchRows(then, rows.slice(0, 1), NONE))).toEqual({ ...nothing, same: 1 })
    const twice = await read({ task: 'Jauns' }, { task: 'jauns' })
    expect(inShort(matchRows(plan, twice.rows, NONE))).toEqual({
      ...nothing,
      added: ['Jauns'],
      problems: ['taskTwice'],
    })
  })
})
