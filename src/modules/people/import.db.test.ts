import { expect } from 'vitest'
import { cellText } from '#platform/import/cell-text.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { readSheet } from '#platform/import/read-sheet.ts'
import { secretsOf } from '#platform/secrets.ts'
import type { User } from '#platform/users.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { plantInstitutions } from '../../../tests/support/plant-institutions.ts'
import { exportPeople, importPeople } from './import.service.server.ts'
import { type PeopleRows, peopleSheets } from './sheets.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const [TOWN, SCHOOL, OTHER] = [2, 21, 22].map(id) as [string, string, string]
const secrets = secretsOf('a secret of these tests, long enough')
const head: User = {
  id: 'head of a school',
  kind: 'member',
  grants: [{ role: 'institutionHead', scope: { kind: 'institution', municipalityId: TOWN, id: SCHOOL } }],
}
const institutions = new Map([
  ['skola', SCHOOL],
  ['cita', OTHER],
])
const asked = { municipalityId: TOWN, institutions, isInvented: true, why: 'jauns mācību gads' }

const test = databaseTest.extend('school', { scope: 'file' }, async ({ db }) => {
  await plantInstitutions(db, TOWN, [SCHOOL, OTHER])
  return SCHOOL
})

const rowsOf = (texts: Record<keyof PeopleRows, string>) =>
  Object.fromEntries(
    Object.entries(peopleSheets).map(([name, sheet]) => {
      const { rows, problems } = readSheet(sheet, new TextEncoder().encode(texts[name as keyof PeopleRows]))
      expect(problems).toEqual([])
      return [name, rows]
    }),
  ) as PeopleRows

const files = {
  groups: 'institution;group;kind;name;grade;valid_from;valid_to\nskola;5a;class;5.a;5;2025-09-01;\n',
  persons:
    'institution;person;kind;given_name;family_name;group;national_id\nskola;p1;pupil;Anna;Ozola;5a;\nskola;s1;staff;Jānis;Bērziņš;;\n',
  posts: 'institution;person;job;valid_from;valid_to\nskola;s1;teacher;2025-09-01;\n',
}

test('people of an institution are loaded once, and come out as they went in', async ({ db, school }) => {
  expect(school).toBe(SCHOOL)
  expect(await importPeople(db, secrets, head, asked, rowsOf(files))).toEqual({ added: 6, changed: 0 })
  expect(await importPeople(db, secrets, head, asked, rowsOf(files))).toEqual({ added: 0, changed: 0 })
  const out = await exportPeople(db, head, { municipalityId: TOWN, institutions })
  expect(out.persons.map(({ given_name }) => given_name).toSorted()).toEqual(['Anna', 'Jānis'])
  const again = Object.fromEntries(
    Object.entries(out).map(([name, rows]) => {
      const columns = Object.keys(peopleSheets[name as keyof PeopleRows].columns)
      const lines = (rows as Record<string, unknown>[]).map((row) =>
        columns.map((column) => cellText(row[column])).join(';'),
      )
      return [name, `${[columns.join(';'), ...lines].join('\n')}\n`]
    }),
  ) as typeof files
  expect(await importPeople(db, secrets, head, asked, rowsOf(again))).toEqual({ added: 0, changed: 0 })
})

test('people of another institution are refused, and of an unknown one by row', async ({ db, school }) => {
  expect(school).toBe(SCHOOL)
  const there = rowsOf({
    ...files,
    persons: files.persons.replaceAll('skola;', 'cita;').replaceAll(';5a;', ';;'),
    groups: files.groups,
    posts: 'institution;person;job;valid_from;valid_to\n',
  })
  await expect(importPeople(db, secrets, head, asked, there)).rejects.toMatchObject({ status: 403 })
  const nowhere = rowsOf({ ...files, groups: files.groups.replace('skola', 'nav') })
  await expect(importPeople(db, secrets, head, asked, nowhere)).rejects.toThrow(ImportRefused)
})
