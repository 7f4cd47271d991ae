import { expect, test } from 'vitest'
import { checkDutyRows } from './check-duties.ts'
import { readOwnDuty } from './own-duty-edit.server.ts'
import type { DutyRows } from './sheets.ts'

type Row = DutyRows['duties'][number]
const row = (own: Partial<Row>): Row => ({
  line: 2,
  key: 'parskats',
  valid_from: '2020-01-01',
  valid_to: null,
  kind: 'other',
  name_lv: 'Pārskats',
  name_en: 'Report',
  asks_lv: 'Jāraksta.',
  asks_en: 'Written.',
  performer: 'municipality',
  basis: 'law',
  basis_lv: 'Likums',
  basis_en: 'Law',
  link: 'https://likumi.lv',
  rhythm: 'yearly',
  due: '10-01',
  about: null,
  institution_types: null,
  unverified_lv: null,
  unverified_en: null,
  ...own,
})
const columnsOf = (...duties: Row[]) => checkDutyRows({ duties }).map(({ line, column }) => [line, column])

test('a day fits its rhythm, and a rule ends before the next begins', () => {
  expect(columnsOf(row({}), row({ key: 'cits', rhythm: 'fourYearly', due: null }))).toEqual([])
  expect(columnsOf(row({ due: '02-30' }))).toEqual([[2, 'due']])
  expect(columnsOf(row({ due: '02-29' }))).toEqual([])
  expect(columnsOf(row({ rhythm: 'regularly' }), row({ key: 'b', rhythm: 'once', due: '10-01' }))).toEqual([
    [2, 'due'],
    [2, 'due'],
  ])
  const next = row({ line: 3, valid_from: '2024-06-13' })
  expect(columnsOf(row({}), next)).toEqual([[3, 'valid_from']])
  expect(columnsOf(row({ valid_to: '2024-06-13' }), next)).toEqual([])
})

test('an own duty is typed as days are written here', () => {
  const typed = {
    kind: 'other',
    name_lv: 'Darba plāns',
    performer: 'municipality',
    basis_lv: 'Nolikums',
    rhythm: 'once',
    due: '1.9.2027.',
    valid_from: '2026-01-01',
  }
  expect(readOwnDuty(typed)).toMatchObject({ cells: { due: '2027-09-01', name_en: 'Darba plāns' } })
  expect(readOwnDuty({ ...typed, rhythm: 'yearly', due: '29.02.' })).toMatchObject({
    cells: { due: '02-29' },
  })
  expect(readOwnDuty({ ...typed, rhythm: 'regularly' })).toMatchObject({
    complaints: { due: [{ reason: 'work.duties.own.due.regularly' }] },
  })
})
