import { findPersonNames } from '#modules/people.server'
import { readAs } from '#platform/database/scope.server.ts'
import { editedTable } from '#platform/editing/edited-tables.ts'
import {
  findChanges,
  findJournalChoices,
  findJournalHeads,
  findReaders,
  findReadings,
} from '#platform/journal/journal-store.server.ts'
import { readNames } from './holdings.server.ts'
import { type JournalAsked, queryOf, readJournalAsked } from './journal-query.ts'
import { openAccess } from './place.server.ts'
import { type RowSubject, readRowSubject } from './row-subject.ts'

type Asked = Parameters<typeof openAccess>[0]

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** So many rows stand on a page, and so many at most in a file. */
export const ON_PAGE = 50
export const IN_FILE = 20_000

/** Changes that were asked for, with how everybody is called. */
export async function readChanges(asked: Asked, limit: number) {
  const { db, user, place, language } = openAccess(asked, 'platform.journal.read')
  const filters = readJournalAsked(asked.request)
  const names = await readNames(db, { placeId: place.id, reader: user }, language)
  return readAs(
    db,
    user,
    async (tx) => {
      const choices = await findJournalChoices(tx, place.id)
      const query = queryOf(filters, { municipalityId: place.id, names, actors: choices.actors })
      const entries = await findChanges(tx, query, stretchOf(filters, limit + 1))
      const ids = entries.map(({ subject }) => subject).filter((subject) => ID.test(subject))
      const persons = Object.fromEntries(
        await findPersonNames(tx, place.id, [...new Set(ids)].slice(0, 1000)),
      )
      const { rows, after } = cut(entries, limit)
      return {
        place,
        filters,
        choices,
        names,
        persons,
        about: rowSubjectsOf(rows),
        rows,
        after,
        heads: await findJournalHeads(tx, place.id),
      }
    },
    { municipalityId: place.id },
  )
}

/** Rows that changes were about, by what is written of them. */
function rowSubjectsOf(rows: readonly { subject: string }[]): Record<string, RowSubject> {
  const about: Record<string, RowSubject> = {}
  for (const { subject } of rows) {
    const row = readRowSubject(subject, (table) => editedTable(table)?.name)
    if (row) about[subject] = row
  }
  return about
}

/** Readings of personal records that were asked for, with how everybody is called. */
export async function readReadings(asked: Asked, limit: number) {
  const { db, user, place, language } = openAccess(asked, 'platform.reading.read')
  const filters = readJournalAsked(asked.request)
  const names = await readNames(db, { placeId: place.id, reader: user }, language)
  return readAs(
    db,
    user,
    async (tx) => {
      const actors = await findReaders(tx, place.id)
      const query = queryOf(filters, { municipalityId: place.id, names, actors })
      const entries = await findReadings(tx, query, stretchOf(filters, limit + 1))
      const ids = [...new Set(entries.map(({ personId }) => personId))]
      const persons = Object.fromEntries(await findPersonNames(tx, place.id, ids.slice(0, 1000)))
      return { place, filters, actors, names, persons, ...cut(entries, limit) }
    },
    { municipalityId: place.id },
  )
}

const stretchOf = ({ aiz }: JournalAsked, limit: number) => ({ limit, ...(aiz === '' ? {} : { after: aiz }) })

/** The rows of a page, and behind which the next one goes on; undefined on the last. */
function cut<Row extends { id: string }>(entries: readonly Row[], limit: number) {
  const rows = entries.slice(0, limit)
  return { rows, after: entries.length > limit ? rows.at(-1)?.id : undefined }
}
