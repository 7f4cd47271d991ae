import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sourceSheets } from '#modules/sources.server'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import { checkInstitutionRows } from './check-institutions.ts'
import { institutionSheets } from './institution-sheets.ts'
import { registrySheets } from './sheets.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izaugsme-institutions-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

type Cells = Record<string, string | number>
type Files = Partial<Record<keyof typeof institutionSheets, Cells[]>>

const school = (key: string, given: Cells = {}): Cells => ({
  key,
  version: 1,
  name_lv: 'Skola',
  name_en: 'School',
  ...given,
})
const types = [{ code: 'basicSchool', name_lv: 'Pamatskola', name_en: 'Basic school', position: 1 }]

/** Every problem of a folder with these files, as `file line column reason`; files that are not given are absent. */
async function problemsOf(files: Files): Promise<string[]> {
  for (const [name, rows] of Object.entries(files)) {
    const { file, columns: shape } = institutionSheets[name as keyof Files]
    const columns = Object.keys(shape)
    const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','))
    await writeFile(join(folder, file), [columns.join(','), ...lines, ''].join('\n'))
  }
  await writeFile(
    join(folder, sourceSheets.sources.file),
    `${Object.keys(sourceSheets.sources.columns).join(',')}\nregister,R,R,,,,,\n`,
  )
  const sheets = { ...institutionSheets, ...sourceSheets }
  const beside = {
    sheets: { institutionTypes: registrySheets.institutionTypes },
    rows: { institutionTypes: types },
  }
  const { rows, problems } = await readSheets(folder, sheets, { beside })
  const found = problems.length > 0 ? problems : checkInstitutionRows(rows)
  return found.map(({ file, line, column, reason }) =>
    [file, line, column, reason.split('.').at(-1)].join(' '),
  )
}

describe('files about institutions', () => {
  test('may all be absent', async () => {
    expect(await problemsOf({})).toEqual([])
  })

  test('may leave open whatever no source states', async () => {
    expect(
      await problemsOf({
        institutions: [school('a'), school('b', { source: 'register' })],
        institutionSites: [{ institution: 'a', key: 'main' }],
        institutionProgrammes: [{ institution: 'a', key: '1', name_lv: 'P', name_en: 'P' }],
        institutionSuccessors: [{ institution: 'a', successor: 'b', kind: 'mergedInto' }],
      }),
    ).toEqual([])
  })

  test('are about types, documents, institutions and sites that are there', async () => {
    const programme = { key: '1', name_lv: 'P', name_en: 'P' }
    expect(
      await problemsOf({
        institutions: [school('a', { type: 'basicschool', source: 'nowhere' })],
        institutionSites: [{ institution: 'b', key: 'main' }],
        institutionProgrammes: [
          { institution: 'a', ...programme, site: 'main' },
          { institution: 'c', ...programme },
        ],
        institutionSuccessors: [{ institution: 'a', successor: 'd', kind: 'mergedInto' }],
      }),
    ).toEqual([
      'institutions.csv 2 type referenceNear',
      'institutions.csv 2 source reference',
      'institution-sites.csv 2 institution reference',
      'institution-programmes.csv 3 institution reference',
      'institution-successors.csv 2 successor reference',
      'institution-programmes.csv 2 site reference',
    ])
  })

  test('give programmes the codes of the classifier', async () => {
    const short = { institution: 'a', key: '1', name_lv: 'P', name_en: 'P', code: '2101' }
    expect(await problemsOf({ institutions: [school('a')], institutionProgrammes: [short] })).toEqual([
      'institution-programmes.csv 2 code choice',
    ])
  })

  test('are written as they can be kept', async () => {
    expect(
      await problemsOf({
        institutions: [
          school('Liepājas skola'),
          school('a', { version: 0 }),
          school('b', { founder_kind: 'church', valid_from: '2024-02-30' }),
          school('c', { name_lv: '' }),
          school('d', { version: 4_000_000_000 }),
        ],
      }),
    ).toEqual([
      'institutions.csv 2 key slug',
      'institutions.csv 3 version choice',
      'institutions.csv 4 founder_kind choice',
      'institutions.csv 4 valid_from date',
      'institutions.csv 5 name_lv required',
      'institutions.csv 6 version choice',
    ])
  })
})

describe('the times of an institution', () => {
  test('end after they begin', async () => {
    const row = { valid_from: '2020-09-01', valid_to: '2020-09-01' }
    expect(
      await problemsOf({
        institutions: [school('a', row), school('b')],
        institutionSites: [
          { institution: 'b', key: 'main', valid_from: '2021-01-01', valid_to: '2020-01-01' },
        ],
      }),
    ).toEqual(['institutions.csv 2 valid_to notLater', 'institution-sites.csv 2 valid_to notLater'])
  })

  test('do not overlap, whatever the order of the rows', async () => {
    const later = school('a', { version: 2, valid_from: '2020-08-31' })
    const first = school('a', { valid_to: '2020-09-01' })
    expect(await problemsOf({ institutions: [later, first] })).toEqual([
      'institutions.csv 2 valid_from overlap',
    ])
    expect(await problemsOf({ institutions: [first, { ...later, valid_from: '2020-09-01' }] })).toEqual([])
    expect(await problemsOf({ institutions: [first, { ...later, valid_from: '2021-01-01' }] })).toEqual([])
  })

  test('are stated where otherwise two rows would be about one time', async () => {
    const open = school('a')
    const next = school('a', { version: 2, valid_from: '2020-09-01' })
    expect(await problemsOf({ institutions: [open, next] })).toEqual([
      'institutions.csv 2 valid_to overlapOpen',
    ])
    expect(await problemsOf({ institutions: [open, { ...next, valid_from: '' }] })).toEqual([
      'institutions.csv 3 valid_from overlapOpen',
    ])
  })

  test('hold those of its sites and programmes', async () => {
    const programme = { institution: 'a', name_lv: 'P', name_en: 'P' }
    expect(
      await problemsOf({
        institutions: [
          school('a', { valid_from: '2010-09-01', valid_to: '2015-09-01' }),
          school('a', { version: 2, valid_from: '2015-09-01', valid_to: '2020-09-01' }),
        ],
        institutionSites: [
          { institution: 'a', key: 'within', valid_from: '2012-09-01', valid_to: '2020-09-01' },
          { institution: 'a', key: 'early', valid_from: '2010-08-31' },
          { institution: 'a', key: 'late', valid_to: '2020-09-02' },
        ],
        institutionProgrammes: [
          { ...programme, key: '1', site: 'within', valid_from: '2011-09-01' },
          { ...programme, key: '2', valid_from: '2020-09-01' },
        ],
      }),
    ).toEqual([
      'institution-sites.csv 3 valid_from outside',
      'institution-sites.csv 4 valid_to outside',
      'institution-programmes.csv 2 valid_from outside',
      'institution-programmes.csv 3 valid_from outside',
    ])
  })

  test('end on a day when they end for a reason', async () => {
    expect(await problemsOf({ institutions: [school('a', { end_reason_lv: 'Slēgta' })] })).toEqual([
      'institutions.csv 2 valid_to together',
    ])
  })

  test('do not change its registration number', async () => {
    expect(
      await problemsOf({
        institutions: [
          school('a', { registration_number: '111', valid_to: '2020-01-01' }),
          school('a', {
            version: 2,
            registration_number: '222',
            valid_from: '2020-01-01',
            valid_to: '2021-01-01',
          }),
          school('a', { version: 3, valid_from: '2021-01-01' }),
        ],
      }),
    ).toEqual(['institutions.csv 3 registration_number conflict'])
  })
})

describe('who took whose place', () => {
  const link = (institution: string, successor: string, given: Cells = {}): Cells => ({
    institution,
    successor,
    kind: 'mergedInto',
    ...given,
  })

  test('is somebody else', async () => {
    expect(
      await problemsOf({ institutions: [school('a')], institutionSuccessors: [link('a', 'a')] }),
    ).toEqual(['institution-successors.csv 2 successor itself'])
  })

  test('never comes back to where it began, however long the way', async () => {
    const keys = ['a', 'b', 'c', 'd']
    const long = [link('a', 'b'), link('b', 'c'), link('c', 'd'), link('d', 'b', { kind: 'splitInto' })]
    const links = [...long, link('b', 'a')]
    expect(
      await problemsOf({ institutions: keys.map((key) => school(key)), institutionSuccessors: links }),
    ).toEqual([
      'institution-successors.csv 5 successor circle',
      'institution-successors.csv 6 successor circle',
    ])
  })

  test('does so on the day on which the one ends and the other begins', async () => {
    const continued = (day: string) => [link('a', 'b', { kind: 'continuedAs', day })]
    const institutions = [school('a', { valid_to: '2024-03-01' }), school('b', { valid_from: '2024-03-01' })]
    expect(await problemsOf({ institutions, institutionSuccessors: continued('2024-03-01') })).toEqual([])
    expect(await problemsOf({ institutions, institutionSuccessors: continued('') })).toEqual([])
    expect(await problemsOf({ institutions, institutionSuccessors: continued('2024-02-01') })).toEqual([
      'institution-successors.csv 2 day sameDay',
      'institution-successors.csv 2 day sameDay',
    ])
    expect(
      await problemsOf({
        institutions: [school('a'), school('b')],
        institutionSuccessors: continued('2024-03-01'),
      }),
    ).toEqual(['institution-successors.csv 2 day sameDay', 'institution-successors.csv 2 day sameDay'])
  })

  test('was there on the day, if others are merged into it, and goes on or ends when a part is split off', async () => {
    const merged = [link('a', 'b', { day: '2024-03-01' })]
    const ended = school('a', { valid_to: '2024-03-01' })
    expect(
      await problemsOf({
        institutions: [ended, school('b', { valid_to: '2024-03-01' })],
        institutionSuccessors: merged,
      }),
    ).toEqual(['institution-successors.csv 2 day outside'])
    expect(
      await problemsOf({
        institutions: [ended, school('b', { valid_from: '2024-03-01' })],
        institutionSuccessors: merged,
      }),
    ).toEqual([])
    const split = [link('a', 'b', { kind: 'splitInto', day: '2024-03-01' })]
    const part = school('b', { valid_from: '2024-03-01' })
    expect(await problemsOf({ institutions: [ended, part], institutionSuccessors: split })).toEqual([])
    expect(await problemsOf({ institutions: [school('a'), part], institutionSuccessors: split })).toEqual([])
  })
})
