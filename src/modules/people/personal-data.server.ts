import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { ErasurePlan, PersonalDataEntry, Whose } from '#platform/personal-data/entry.ts'
import { revise } from '#platform/write/revise.server.ts'
import {
  deleteName,
  deleteRecords,
  findName,
  findPerson,
  findPersonsOfAccount,
  findStays,
} from './personal-data-store.server.ts'
import { unsealRecord } from './records.service.server.ts'
import { type Stay, withholding } from './retention.ts'
import { findAssignments, findPosts, findRecords } from './store.server.ts'

const shared = {
  basis: 'people.personal.basis',
  people: 'people.personal.people',
  retention: 'people.personal.retention',
} as const

const NOTHING: ErasurePlan = { count: 0, withheld: [] }

/** Rows of somebody are erased unless a stay of theirs at an institution must still be known; then all are withheld. */
async function planRows(
  tx: DatabaseTransaction,
  whose: Whose,
  day: string,
  count: (person: Extract<Whose, { kind: 'person' }>) => Promise<number>,
): Promise<ErasurePlan> {
  if (whose.kind !== 'person') return NOTHING
  const rows = await count(whose)
  if (rows === 0) return NOTHING
  const longest = longestOf(await findStays(tx, whose), day)
  return longest ? { count: 0, withheld: [{ count: rows, ...longest }] } : { count: rows, withheld: [] }
}

/** Of several reasons to keep something the one that lasts longest; one without a day lasts longer than all. */
function longestOf(stays: readonly { of: Stay['of']; valid_to: string | null }[], day: string) {
  const all = stays.flatMap((stay) => withholding({ of: stay.of, validTo: stay.valid_to }, day) ?? [])
  return all.toSorted((a, b) => (b.until ?? '9').localeCompare(a.until ?? '9'))[0]
}

/** What an erased person is known by: a name that stands for nobody. */
const ERASED = 'erased-'

/** What is kept of the persons of institutions. */
export const peoplePersonalData: readonly PersonalDataEntry[] = [
  {
    ...shared,
    key: 'people.names',
    tables: ['identity.name'],
    title: 'people.personal.names.title',
    purpose: 'people.personal.names.purpose',
    fields: 'people.personal.names.fields',
    receivers: 'people.personal.names.receivers',
    find: async (tx, whose) => {
      if (whose.kind === 'person') return findName(tx, whose)
      const names = []
      for (const { municipality_id, person_id } of await findPersonsOfAccount(tx, whose.accountId))
        names.push(...(await findName(tx, { municipalityId: municipality_id, personId: person_id })))
      return names
    },
    erasure: {
      plan: (tx, whose, day) =>
        planRows(tx, whose, day, async (person) => (await findName(tx, person)).length),
      erase: async (tx, _change, whose) => (whose.kind === 'person' ? deleteName(tx, whose) : 0),
    },
  },
  {
    ...shared,
    key: 'people.records',
    tables: ['identity.record'],
    title: 'people.personal.records.title',
    purpose: 'people.personal.records.purpose',
    fields: 'people.personal.records.fields',
    receivers: 'people.personal.records.receivers',
    find: async (tx, whose, secrets) => {
      if (whose.kind !== 'person') return []
      const rows = await findRecords(tx, whose.municipalityId, [whose.personId])
      return rows.map((row) => ({ institution_id: row.institution_id, ...unsealRecord(secrets, row) }))
    },
    erasure: {
      plan: (tx, whose, day) =>
        planRows(
          tx,
          whose,
          day,
          async (person) => (await findRecords(tx, person.municipalityId, [person.personId])).length,
        ),
      erase: async (tx, _change, whose) => (whose.kind === 'person' ? deleteRecords(tx, whose) : 0),
    },
  },
  {
    ...shared,
    key: 'people.directory',
    tables: ['people.person'],
    title: 'people.personal.directory.title',
    purpose: 'people.personal.directory.purpose',
    fields: 'people.personal.directory.fields',
    receivers: 'people.personal.names.receivers',
    find: async (tx, whose) => {
      if (whose.kind === 'account') return findPersonsOfAccount(tx, whose.accountId)
      const person = await findPerson(tx, whose)
      return person ? [person] : []
    },
    erasure: {
      plan: (tx, whose, day) =>
        planRows(tx, whose, day, async (person) => {
          const row = await findPerson(tx, person)
          return row && !row.pseudonym.startsWith(ERASED) ? 1 : 0
        }),
      // The row itself stays, for others lead to it; nothing in it leads to anybody any more.
      erase: async (tx, change, whose) => {
        const row = whose.kind === 'person' ? await findPerson(tx, whose) : undefined
        if (!row) return 0
        const unknown = { ...row, pseudonym: `${ERASED}${row.person_id}`, account_id: null }
        await revise(tx, change, { table: 'people.person', key: ['person_id'] }, [unknown])
        return 1
      },
    },
  },
  {
    ...shared,
    key: 'people.stays',
    tables: ['people.post', 'people.enrolment', 'people.assignment', 'people.move', 'people.learner_group'],
    title: 'people.personal.stays.title',
    purpose: 'people.personal.stays.purpose',
    fields: 'people.personal.stays.fields',
    receivers: 'people.personal.names.receivers',
    find: async (tx, whose) => {
      if (whose.kind === 'person') return findStays(tx, whose)
      return [...(await findPosts(tx, whose.accountId)), ...(await findAssignments(tx, whose.accountId))]
    },
    kept: 'people.personal.stays.kept',
  },
]
