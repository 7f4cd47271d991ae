import type { Db } from '#platform/database/types.server.ts'
import type { Option } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'
import { type Counts, type PollResult, resultOf } from './poll.ts'

type Own = Db<CollectionTables>

/** What tells rows of results apart. */
export const RESULTS = { table: 'collection.poll_result', key: ['poll_id', 'choice'] } as const

/** A result as its table has it: a row for each choice. */
export const resultRows = (pollId: string, choices: readonly Option[], counts: Counts) => {
  const { answered, asked, closedAt, choices: counted } = resultOf(choices, counts)
  return counted.map(({ key, answers }) => ({
    poll_id: pollId,
    choice: key,
    answers,
    answered,
    asked,
    closed_at: closedAt,
  }))
}

/** Whether a poll has a result already. One statement. */
export async function isCounted(db: Own, municipalityId: string, pollId: string): Promise<boolean> {
  const row = await db
    .selectFrom('collection.poll_result')
    .select('choice')
    .where('municipality_id', '=', municipalityId)
    .where('poll_id', '=', pollId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Results of polls that have closed, by the poll's id. One statement. */
export async function findResults(
  db: Own,
  municipalityId: string,
  polls: readonly { id: string; choices: readonly Option[] }[],
): Promise<Map<string, PollResult>> {
  const rows = await db
    .selectFrom('collection.poll_result')
    .select(['poll_id', 'choice', 'answers', 'asked', 'closed_at'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  const byPoll = Map.groupBy(rows, ({ poll_id }) => poll_id)
  return new Map(
    polls.flatMap(({ id, choices }) => {
      const own = byPoll.get(id)
      const [first] = own ?? []
      if (!own || !first) return []
      const answers = new Map(own.map(({ choice, answers }) => [choice, answers]))
      return [[id, resultOf(choices, { answers, asked: first.asked, closedAt: first.closed_at })] as const]
    }),
  )
}
