import { v7 as uuidv7 } from 'uuid'
import { findInstitutions } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Random } from '#platform/generate/random.ts'
import type { Generates, SheetRow, World } from '#platform/generate/world.ts'
import { pseudonymOf, secretsOf } from '#platform/secrets.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { RevisedRow } from '#platform/write/revised-tables.ts'
import { FAMILY, GIVEN } from './generate-names.ts'

/** Grades of a school by its type; preschools have groups without one. */
const GRADES: Readonly<Record<string, readonly number[]>> = {
  primarySchool: [1, 2, 3, 4, 5, 6],
  basicSchool: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  secondarySchool: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
}
const MOST_IN_CLASS = 26
const LETTERS = 'abcdefghij'

type Rows = {
  persons: RevisedRow<'people.person'>[]
  names: RevisedRow<'identity.name'>[]
  groups: RevisedRow<'people.learner_group'>[]
  enrolments: RevisedRow<'people.enrolment'>[]
  posts: RevisedRow<'people.post'>[]
  assignments: RevisedRow<'people.assignment'>[]
}

/**
 * Invents staff and pupils: each institution has a head, classes with a teacher each, and pupils in them, in the
 * school year after the last that has figures. Where and how many follows from the world.
 */
export const generatePersons: NonNullable<Generates['persons']> = async (tx, change, world, random) => {
  const ids = await idsOf(tx, change.municipalityId)
  const rows: Rows = { persons: [], names: [], groups: [], enrolments: [], posts: [], assignments: [] }
  const institutions = world.rows.institutions ?? []
  const pupils = shareOut(world.pupils, institutions, random)
  for (const [index, institution] of institutions.entries()) {
    const institutionId = ids.get(institution.key ?? '')
    if (institutionId === undefined) continue
    fillInstitution(rows, { institution, institutionId, pupils: pupils[index] ?? 0, world, random })
  }
  await revise(tx, change, { table: 'people.learner_group', key: ['group_id'] }, rows.groups)
  await revise(tx, change, { table: 'people.person', key: ['person_id'] }, rows.persons)
  await revise(tx, change, { table: 'identity.name', key: ['person_id'] }, rows.names)
  const enrolled = { table: 'people.enrolment', key: ['person_id', 'group_id', 'valid_from'] } as const
  await revise(tx, change, enrolled, rows.enrolments)
  await revise(tx, change, { table: 'people.post', key: ['id'], hasId: true }, rows.posts)
  await revise(tx, change, { table: 'people.assignment', key: ['id'], hasId: true }, rows.assignments)
}

async function idsOf(tx: DatabaseTransaction, municipalityId: string) {
  const found = await findInstitutions(tx, municipalityId)
  return new Map(found.map(({ id, key }) => [key, id]))
}

/** As many for each as its turn has it, together exactly so many. */
function shareOut(total: number, institutions: readonly SheetRow[], random: Random): number[] {
  const weights = institutions.map(() => 0.5 + random.next())
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let before = 0
  let given = 0
  return weights.map((weight) => {
    before += weight
    const here = Math.round((total * before) / sum) - given
    given += here
    return here
  })
}

type Filling = {
  institution: SheetRow
  institutionId: string
  pupils: number
  world: World
  random: Random
}

function fillInstitution(rows: Rows, filling: Filling) {
  const { institution, institutionId, pupils, world, random } = filling
  const year = (world.years.at(-1) ?? 0) + 1
  const dates = { valid_from: `${year}-09-01`, valid_to: `${year + 1}-09-01` }
  const grades = GRADES[institution.type ?? '']
  const here = { institution_id: institutionId }
  employ(rows, 'head', { here, year, random })
  const classes = Math.max(1, Math.ceil(pupils / MOST_IN_CLASS), pupils === 0 ? 1 : 0)
  for (let index = 0; index < classes; index += 1) {
    const grade = grades?.[index % grades.length] ?? null
    const letter = LETTERS[Math.floor(index / (grades?.length ?? classes + 1))] ?? 'x'
    const groupId = uuidv7()
    const name = grade === null ? `${index + 1}. grupa` : `${grade}.${letter}`
    const kind = grades ? ('class' as const) : ('preschoolGroup' as const)
    rows.groups.push({ group_id: groupId, ...here, kind, name, grade, ...dates })
    const teacher = employ(rows, 'teacher', { here, year, random })
    const charge = { holder_id: teacher, account_id: null, ...here, group_id: groupId, person_id: null }
    rows.assignments.push({ id: uuidv7(), ...charge, kind: 'leadsClass', ...dates })
    const from = Math.floor((pupils * index) / classes)
    const to = Math.floor((pupils * (index + 1)) / classes)
    for (let pupil = from; pupil < to; pupil += 1) {
      const placed = { ...here, group_id: groupId }
      const person_id = invent(rows, 'pupil', placed, random)
      rows.enrolments.push({ person_id, ...placed, ...dates })
    }
  }
}

type Employed = { here: { institution_id: string }; year: number; random: Random }

function employ(rows: Rows, job: 'head' | 'teacher', { here, year, random }: Employed): string {
  const personId = invent(rows, 'staff', { ...here, group_id: null }, random)
  const since = { valid_from: `${year - random.whole(0, 20)}-09-01`, valid_to: null }
  rows.posts.push({ id: uuidv7(), person_id: personId, account_id: null, ...here, job, ...since })
  return personId
}

/** Invented persons have no secrets, hence a key that everybody knows. */
const SECRETS = secretsOf('invented persons have no secrets')

type Placed = { institution_id: string; group_id: string | null }

function invent(rows: Rows, kind: 'staff' | 'pupil', placed: Placed, random: Random): string {
  const person_id = uuidv7()
  const isWoman = random.next() < (kind === 'staff' ? 0.85 : 0.5)
  const [ofMan, ofWoman] = random.pick(FAMILY)
  rows.persons.push({
    person_id,
    ...placed,
    kind,
    pseudonym: pseudonymOf(SECRETS, person_id),
    account_id: null,
  })
  rows.names.push({
    person_id,
    ...placed,
    given_name: random.pick(isWoman ? GIVEN.female : GIVEN.male),
    family_name: isWoman ? ofWoman : ofMan,
  })
  return person_id
}
