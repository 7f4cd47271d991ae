import { v7 as uuidv7 } from 'uuid'
import { findInstitutions, findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { secretsOf } from '#platform/secrets.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import {
  assign,
  employ,
  openGroup,
  type PersonEntry,
  registerPerson,
} from '../../src/modules/people/service.server.ts'
import { plantInstitutions } from './plant-institutions.ts'

export const secrets = secretsOf('a secret of these tests, long enough')
const since = { validFrom: '2020-09-01', validTo: null }

/** People in a town that the tests have: who works where, leads which class, and cares for whom. */
export type Town = {
  id: string
  slug: string
  schools: [first: string, second: string]
  /** Class 5.a of the first school. */
  classId: string
  /** Persons by the name of their account. */
  persons: Record<'ilze' | 'valda' | 'anna' | 'mara', string>
}

const known = new WeakMap<Database, Map<string, Promise<Town>>>()

/**
 * Plants people into a town, once in a database: Ilze teaches at the first school and leads its class 5.a, Valda is its
 * head, Anna a pupil of the class, and Māra her mother. Their accounts are called like them.
 */
export function plantTown(db: Database, slug = 'liepaja'): Promise<Town> {
  const towns = known.get(db) ?? new Map<string, Promise<Town>>()
  known.set(db, towns)
  const town = towns.get(slug) ?? plant(db, slug)
  towns.set(slug, town)
  return town
}

async function plant(db: Database, slug: string): Promise<Town> {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  if (!municipality) throw new Error(`There is no ${slug}`)
  const { id } = municipality
  const user = operator(id)
  const institutions = await readAs(db, user, (tx) => findInstitutions(tx, id))
  const made = [uuidv7(), uuidv7()]
  if (institutions.length < 2) await plantInstitutions(db, id, made)
  const [first = '', second = ''] = institutions.length < 2 ? made : institutions.map((one) => one.id)
  const here = { municipalityId: id, institutionId: first }
  const classId = await openGroup(db, user, { ...here, ...since, kind: 'class', name: '5.a', grade: 5 })
  const ended = slug === 'liepaja' ? '' : `-${slug}`
  const register = async (
    account: string,
    kind: PersonEntry['kind'],
    givenName: string,
    familyName: string,
  ) => {
    const groupId = kind === 'pupil' ? classId : null
    const accountId = account + ended
    const entry = {
      ...here,
      kind,
      groupId,
      givenName,
      familyName,
      nationalId: null,
      accountId,
      isInvented: true,
    }
    const registered = await registerPerson(db, secrets, user, entry)
    if ('problem' in registered) throw new Error(registered.problem)
    return registered.personId
  }
  const persons = {
    ilze: await register('ilze', 'staff', 'Ilze', 'Ozola'),
    valda: await register('valda', 'staff', 'Valda', 'Kalna'),
    anna: await register('anna', 'pupil', 'Anna', 'Liepa'),
    mara: await register('mara', 'guardian', 'Māra', 'Liepa'),
  }
  const work = { ...here, ...since }
  await employ(db, user, { ...work, personId: persons.ilze, accountId: `ilze${ended}`, job: 'teacher' })
  await employ(db, user, { ...work, personId: persons.valda, accountId: `valda${ended}`, job: 'head' })
  const nobody = { groupId: null, personId: null }
  await assign(db, user, {
    ...work,
    ...nobody,
    holderId: persons.ilze,
    accountId: `ilze${ended}`,
    kind: 'leadsClass',
    groupId: classId,
  })
  await assign(db, user, {
    ...work,
    ...nobody,
    holderId: persons.anna,
    accountId: `anna${ended}`,
    kind: 'isPupil',
    personId: persons.anna,
  })
  await assign(db, user, {
    ...work,
    ...nobody,
    holderId: persons.mara,
    accountId: `mara${ended}`,
    kind: 'guards',
    personId: persons.anna,
  })
  return { id, slug, schools: [first, second], classId, persons }
}
