import { v7 as uuidv7 } from 'uuid'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, type User } from '#platform/users.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf } from '../../../../tests/support/editors.ts'
import { type PlantedInstitution, plantHolder, plantSchools } from '../../../../tests/support/plant-asked.ts'
import { findCurrentStrategy } from '../store.server.ts'
import { askForPlans } from './begin.service.server.ts'
import { findPlan } from './plan-store.server.ts'

/** A test in a town that has a strategy. */
export const test = databaseTest.extend('town', { scope: 'file', auto: true }, ({ db }) =>
  municipalityIdOf(db, 'liepaja'),
)
export const SLUG = 'liepaja'

const headOfSchool = (municipalityId: string, { id }: PlantedInstitution, account: string): User => ({
  id: account,
  kind: 'member',
  grants: [{ role: 'institutionHead', scope: { kind: 'institution', municipalityId, id } }],
})

/** Two institutions that the department has asked for plans of years that no other test uses. */
export async function plantAsked(db: Database, town: string) {
  const [own, other] = await plantSchools(db, town, ['Ozolu skola', 'Liepu skola'])
  if (!own || !other) throw new Error('no schools')
  const accounts = { own: `head-${uuidv7()}`, other: `head-${uuidv7()}` }
  await plantHolder(db, town, accounts.own, { role: 'institutionHead', institutionId: own.id })
  await plantHolder(db, town, accounts.other, { role: 'institutionHead', institutionId: other.id })
  const department = memberOf(town, 'educationHead', 'department')
  const strategy = await readAs(db, operator(town), (tx) => findCurrentStrategy(tx, town))
  const institutions = [own, other].map(({ id, key, name }) => ({
    id,
    key,
    registrationNumber: null,
    versions: [{ name: { lv: name, en: name }, validFrom: null, validTo: null } as never],
  }))
  const head = {
    title: 'Attīstības plāns',
    startsOn: '2027-01-01',
    endsOn: '2030-12-31',
    dueOn: '2027-02-28',
    strategyId: strategy?.id ?? '',
    institutions,
  }
  const asked = await askForPlans(db, department, { municipalityId: town, slug: SLUG }, head)
  const keyOf = ({ key }: PlantedInstitution) => `${key}-2027-2030`
  return {
    asked,
    askAgain: () => askForPlans(db, department, { municipalityId: town, slug: SLUG }, head),
    department,
    strategyId: head.strategyId,
    own: { school: own, user: headOfSchool(town, own, accounts.own), key: keyOf(own) },
    other: { school: other, user: headOfSchool(town, other, accounts.other), key: keyOf(other) },
    at: (key: string) => ({ municipalityId: town, slug: SLUG, key }),
    read: (user: User, key: string) =>
      readAs(db, user, (tx) => findPlan(tx, town, key), { municipalityId: town }),
  }
}
