import type { Db } from '#platform/database/types.server.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import type { CollectionTables } from '../tables.server.ts'
import { PollDefinition } from './poll.ts'

type Own = Db<CollectionTables>

/** A question put to every municipality. */
export type CountryPoll = PollDefinition & { id: string; key: string; closesAt: Date; version: number }

const polls = (db: Own) =>
  db
    .selectFrom('collection.template')
    .select(['id', 'key', 'definition', 'closes_at', 'revision'])
    .where('municipality_id', '=', COUNTRY)
    .where('kind', '=', 'poll')
    .where('asks', '=', 'municipality')
    .where('withdrawn_at', 'is', null)
    .where('closes_at', 'is not', null)

/** Every poll of municipalities, the one that closes last first. One statement. */
export async function findCountryPolls(db: Own): Promise<CountryPoll[]> {
  const rows = await polls(db).orderBy('closes_at', 'desc').orderBy('key').execute()
  return rows.map(pollOf)
}

/** Keys of all templates of the country, so that a new one gets another. One statement. */
export async function findCountryKeys(db: Own): Promise<Set<string>> {
  const rows = await db
    .selectFrom('collection.template')
    .select('key')
    .where('municipality_id', '=', COUNTRY)
    .execute()
  return new Set(rows.map(({ key }) => key))
}

/** One of them by its key. */
export async function findCountryPoll(db: Own, key: string): Promise<CountryPoll | undefined> {
  const row = await polls(db).where('key', '=', key).executeTakeFirst()
  return row && pollOf(row)
}

/** Polls that have closed and were not counted yet. One statement, which everybody may ask. */
export async function findUncounted(db: Own, now: Date): Promise<CountryPoll[]> {
  const rows = await polls(db)
    .where('closes_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('collection.poll_result as r')
            .select('r.poll_id')
            .where('r.municipality_id', '=', COUNTRY)
            .whereRef('r.poll_id', '=', 'collection.template.id'),
        ),
      ),
    )
    .execute()
  return rows.map(pollOf)
}

/** An answer of a municipality. */
export type CountryAnswer = { municipalityId: string; choice: string; words: string | null; changedAt: Date }

/** Answers to a poll, as far as the reader may see them. One statement. */
export async function findCountryAnswers(db: Own, pollId: string): Promise<CountryAnswer[]> {
  const rows = await db
    .selectFrom('collection.poll_answer')
    .select(['municipality_id', 'choice', 'words', 'changed_at'])
    .where('template_id', '=', pollId)
    .execute()
  return rows.map(answerOf)
}

/** What one municipality has answered, to any poll, by the poll's id. One statement. */
export async function findAnswersOf(db: Own, municipalityId: string): Promise<Map<string, CountryAnswer>> {
  const rows = await db
    .selectFrom('collection.poll_answer')
    .select(['template_id', 'municipality_id', 'choice', 'words', 'changed_at'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  return new Map(rows.map((row) => [row.template_id, answerOf(row)]))
}

type AnswerRow = Pick<
  CollectionTables['collection.poll_answer'],
  'municipality_id' | 'choice' | 'words' | 'changed_at'
>
const answerOf = (row: AnswerRow): CountryAnswer => ({
  municipalityId: row.municipality_id,
  choice: row.choice,
  words: row.words,
  changedAt: row.changed_at,
})

type PollRow = {
  id: string
  key: string
  definition: unknown
  closes_at: Date | null
  revision: number
}

function pollOf({ id, key, definition, closes_at, revision }: PollRow): CountryPoll {
  if (closes_at === null) throw new RangeError(`pollOf: ${key} closes at no moment`)
  return { ...PollDefinition.parse(definition), id, key, closesAt: closes_at, version: revision }
}
