import { expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { openBuiltSite } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf } from '../../../../tests/support/editors.ts'
import {
  inPlanting,
  type PlantedInstitution,
  plantAsking,
  plantHandingIn,
  plantSchools,
} from '../../../../tests/support/plant-asked.ts'
import { readBurden } from './read-burden.server.ts'
import { noteMinutes, planBurden } from './write-burden.server.ts'

const test = databaseTest.extend('town', { scope: 'file', auto: true }, ({ db }) =>
  municipalityIdOf(db, 'liepaja'),
)
/** A year in which nothing else is due. */
const YEAR = 2031
const dates = (dueAt: Date) => ({
  opensAt: new Date(`${YEAR - 1}-06-01T06:00:00Z`),
  dueAt,
  locksAt: new Date(`${YEAR + 1}-02-01T00:00:00Z`),
})

test('everybody reads what was planned and what it took, by how many that was said, and what is asked twice', async ({
  db,
  town,
}) => {
  const schools = (await plantSchools(db, town, ['Ilgā', 'Īsā'])) as [PlantedInstitution, PlantedInstitution]
  const elements = [`common_${Date.now()}`, `own_${Date.now()}`]
  const first = {
    ...dates(new Date(`${YEAR}-05-01T12:00:00Z`)),
    title: 'Pirmā',
    estimatedMinutes: 60,
    elements,
  }
  // The last minute of the year in Riga is still the evening of the year in Greenwich.
  const second = {
    ...dates(new Date(`${YEAR}-12-31T21:59:00Z`)),
    title: 'Otrā',
    estimatedMinutes: 30,
    elements: elements.slice(0, 1),
  }
  const calls = [await plantAsking(db, town, schools, first), await plantAsking(db, town, schools, second)]
  const [one] = calls
  const submissionId = one?.submissions[0] ?? ''
  for (const [version, minutes] of [
    [1, 50],
    [2, 25],
    [3, null],
  ] as const)
    await plantHandingIn(db, town, {
      submissionId,
      institutionId: schools[0].id,
      version,
      minutes,
      at: new Date(),
    })
  await inPlanting(db, town, async (tx, change) => {
    const ids = schools.map(({ id }) => id)
    const asPlanned = (index: number, { dueAt, estimatedMinutes }: typeof first) => ({
      id: calls[index]?.callId ?? '',
      dueAt,
      estimatedMinutes,
    })
    await planBurden(tx, change, asPlanned(0, first), ids)
    await noteMinutes(tx, change, asPlanned(0, first), { id: submissionId, institutionId: schools[0].id })
    await planBurden(tx, change, asPlanned(0, first), ids)
    await planBurden(tx, change, asPlanned(1, second), ids)
  })
  const burden = await readAs(db, THE_PUBLIC, (tx) => readBurden(tx, town, YEAR))
  expect(burden.sum).toEqual({
    count: 4,
    said: 1,
    plannedMinutes: 180,
    ofSaid: { plannedMinutes: 60, actualMinutes: 75 },
  })
  expect(burden.askedTwice.map(({ key, callIds }) => [key, callIds.length])).toEqual([[elements[0], 2]])

  const ask = await openBuiltSite(db)
  const page = await (await ask(`/liepaja/datu-slogs?gads=${YEAR}`)).text()
  expect(page).toContain('Plānots 3 h 2 iestādēs')
  expect(page).toContain('pateikts 1 no 4 reizēm: tajās plānots 1 h, vajadzēja 1,3 h')
  expect(page).toContain('Pirmā un Otrā')
  const csv = await (await ask(`/api/v1/municipalities/liepaja/burden.csv?year=${YEAR}`)).text()
  const rows = csv.trim().split('\r\n').slice(1)
  expect(rows).toHaveLength(4)
  expect(rows.filter((row) => row.includes(',60,75,'))).toHaveLength(1)
  expect(rows.filter((row) => row.includes(',30,,'))).toHaveLength(2)
  expect(
    (await (await ask('/en/liepaja/datu-slogs?gads=2099')).text()).includes(
      'In 2099 institutions had nothing',
    ),
  ).toBe(true)
})
