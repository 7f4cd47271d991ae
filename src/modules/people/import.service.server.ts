import { v7 as uuidv7 } from 'uuid'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { type ImportProblem, ImportRefused } from '#platform/import/problems.ts'
import { demandPersonsAllowed } from '#platform/rights/persons.server.ts'
import { pseudonymOf, type Secrets } from '#platform/secrets.ts'
import { demand, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findPeopleOf } from './import-store.server.ts'
import type { PeopleRows } from './sheets.ts'

type Asked = {
  municipalityId: string
  /** Ids of institutions by the keys that the files use. */
  institutions: ReadonlyMap<string, string>
  /** The persons do not exist and serve to try things out. */
  isInvented: boolean
  why: string
  /** Says what would change, and changes nothing. */
  isRehearsal?: boolean
}

/**
 * Loads people of one or several institutions, all or nothing. The same files again change nothing. Nobody leaves by not
 * being named: a post ends by its last day.
 *
 * @throws ImportRefused when an institution is unknown; Refused when the user may not write about one of them, or persons
 * may not be kept here
 */
export async function importPeople(
  db: Database,
  secrets: Secrets,
  user: User,
  { municipalityId, institutions, isInvented, why, isRehearsal = false }: Asked,
  { groups, persons, posts }: PeopleRows,
): Promise<{ added: number; changed: number }> {
  demandPersonsAllowed(db, { isInvented })
  demandKnown({ groups, persons, posts }, institutions)
  const idOf = (key: string) => institutions.get(key) ?? ''
  const ids = [...new Set([...groups, ...persons, ...posts].map(({ institution }) => idOf(institution)))]
  for (const institutionId of ids) demand(user, 'people.edit', { municipalityId, institutionId })
  if (ids.length === 0) return { added: 0, changed: 0 }
  const what = { stream: 'people', origin: 'import', action: 'people.imported', subject: 'people' } as const
  const intent = { ...what, municipalityId, why, isPublic: false, at: new Date() }
  const write = inChange(
    db,
    user,
    intent,
    async (tx, change) => {
      const known = await findPeopleOf(tx, municipalityId, ids)
      // What the files do not name again may still be pointed at by its id.
      const names = new Map([...institutions].map(([key, place]) => [place, key]))
      const groupIds = new Map(
        known.groups.map((one) => [`${names.get(one.institution_id)} ${one.group_id}`, one.group_id]),
      )
      const groupRows = groups.map(({ line, institution, group, ...row }) => {
        const place = idOf(institution)
        const found = known.groups.find(
          (one) =>
            one.group_id === group ||
            (one.institution_id === place &&
              one.kind === row.kind &&
              one.name === row.name &&
              one.valid_from === row.valid_from),
        )
        const group_id = found?.group_id ?? uuidv7()
        groupIds.set(`${institution} ${group}`, group_id)
        return { ...row, group_id, institution_id: place }
      })
      await revise(tx, change, { table: 'people.learner_group', key: ['group_id'] }, groupRows)

      const personIds = new Map(
        known.persons.map((one) => [
          `${names.get(one.institution_id ?? '')} ${one.person_id}`,
          one.person_id,
        ]),
      )
      const personRows = persons.map(({ institution, person, kind, group, national_id }) => {
        const place = idOf(institution)
        const identifier = national_id ?? `${municipalityId} ${place} ${person}`
        const pseudonym = pseudonymOf(secrets, identifier)
        const found = known.persons.find((one) => one.person_id === person || one.pseudonym === pseudonym)
        const person_id = found?.person_id ?? uuidv7()
        personIds.set(`${institution} ${person}`, person_id)
        return {
          person_id,
          institution_id: place,
          // An empty cell says nothing of the class in which somebody is.
          group_id:
            group === null ? (found?.group_id ?? null) : (groupIds.get(`${institution} ${group}`) ?? null),
          kind,
          pseudonym: national_id === null && found ? found.pseudonym : pseudonym,
          account_id: found?.account_id ?? null,
        }
      })
      await revise(tx, change, { table: 'people.person', key: ['person_id'] }, personRows)
      await revise(
        tx,
        change,
        { table: 'identity.name', key: ['person_id'] },
        persons.map(({ given_name, family_name }, index) => {
          const { person_id = '', institution_id = null, group_id = null } = personRows[index] ?? {}
          return { person_id, institution_id, group_id, given_name, family_name }
        }),
      )
      const accounts = new Map(
        [...known.persons, ...personRows].map(({ person_id, account_id }) => [person_id, account_id]),
      )
      // Rights follow from a post at once, and nobody gives themselves one.
      const accountOf = (personId: string) => {
        const accountId = accounts.get(personId) ?? null
        return accountId === user.id ? null : accountId
      }
      await revise(
        tx,
        change,
        { table: 'people.post', key: ['id'], hasId: true },
        posts.map(({ institution, person, job, valid_from, valid_to }) => {
          const person_id = personIds.get(`${institution} ${person}`) ?? ''
          const found = known.posts.find(
            (one) => one.person_id === person_id && one.job === job && one.valid_from === valid_from,
          )
          return {
            id: found?.id ?? uuidv7(),
            person_id,
            account_id: found ? found.account_id : accountOf(person_id),
            institution_id: idOf(institution),
            job,
            valid_from,
            valid_to,
          }
        }),
      )
      if (isRehearsal) throw new Rehearsed(change.counts)
    },
    { municipalityId },
  )
  const { added, changed } = await write.catch((error: { code?: string }) => {
    if (error instanceof Rehearsed) return error.counts
    // The person may belong to another institution, whose rows the user does not see.
    if (error.code !== '23505') throw error
    throw new ImportRefused([{ file: 'persons.csv', reason: 'platform.import.personKnown', values: {} }])
  })
  return { added, changed }
}

/** Undoes what was only to be counted. */
class Rehearsed extends Error {
  readonly counts: { added: number; changed: number }
  constructor(counts: { added: number; changed: number }) {
    super('rehearsed')
    this.counts = { ...counts }
  }
}

function demandKnown(rows: PeopleRows, institutions: ReadonlyMap<string, string>) {
  const files = [
    ['groups.csv', rows.groups],
    ['persons.csv', rows.persons],
    ['posts.csv', rows.posts],
  ] as const
  const problems = files.flatMap(([file, all]) =>
    all
      .filter(({ institution }) => !institutions.has(institution))
      .map(
        ({ line, institution }): ImportProblem => ({
          file,
          line,
          column: 'institution',
          reason: 'platform.import.reference',
          values: { found: institution, where: 'institutions.csv' },
        }),
      ),
  )
  if (problems.length > 0) throw new ImportRefused(problems)
}

/** People of some institutions as their files have them: loading these changes nothing. Personal codes are not kept. */
export async function exportPeople(
  db: Database,
  user: User,
  { municipalityId, institutions }: Pick<Asked, 'municipalityId' | 'institutions'>,
): Promise<{ [Name in keyof PeopleRows]: Omit<PeopleRows[Name][number], 'line'>[] }> {
  const ids = [...institutions.values()]
  if (ids.length === 0) return { groups: [], persons: [], posts: [] }
  const names = new Map([...institutions].map(([key, id]) => [id, key]))
  const nameOf = (id: string | null) => names.get(id ?? '') ?? ''
  const found = await readAs(db, user, (tx) => findPeopleOf(tx, municipalityId, ids), { municipalityId })
  return {
    groups: found.groups.map(({ group_id, institution_id, ...row }) => ({
      ...row,
      institution: nameOf(institution_id),
      group: group_id,
    })),
    persons: found.persons.map((row) => ({
      institution: nameOf(row.institution_id),
      person: row.person_id,
      kind: row.kind,
      given_name: row.given_name,
      family_name: row.family_name,
      group: row.group_id,
      national_id: null,
    })),
    posts: found.posts.map((row) => ({
      institution: nameOf(row.institution_id),
      person: row.person_id,
      job: row.job,
      valid_from: row.valid_from,
      valid_to: row.valid_to,
    })),
  }
}
