import type { Db } from '../database/types.server.ts'
import type { AccountTables } from './tables.server.ts'

type Own = Db<AccountTables>

/** How often one may be wrong before waiting begins. */
export const FREE = { person: 5, address: 20 } as const
/** The first waiting, doubled each time, and the longest. */
const FIRST_MS = 5_000
const LONGEST_MS = 15 * 60_000
/** Whoever was not wrong for so long begins anew. */
const FORGOTTEN_MS = 60 * 60_000

/** Nobody waits for it: a moment of now would hold up whoever began a millisecond before and comes to the row after. */
const UNBLOCKED = new Date(0)

/** Somebody who tries: by a keyed hash of the address of e-mail, or of the network address. */
export type Trier = { key: string; kind: keyof typeof FREE }

/** How long one waits after so many failures, in milliseconds. */
export function delayAfter(failures: number, kind: Trier['kind']): number {
  const beyond = failures - FREE[kind]
  return beyond < 0 ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(beyond, 20))
}

/**
 * Counts a try before it is known whether it is right, so that many at once are not let in together. Rows are
 * taken in the order of their keys, lest two wait for each other.
 *
 * @returns milliseconds to wait; 0 when the try may be made
 */
export async function countTry(db: Own, triers: readonly Trier[], now: Date): Promise<number> {
  const sorted = triers.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  let longest = 0
  const counts: { trier: Trier; failures: number }[] = []
  for (const trier of sorted) {
    await db
      .insertInto('accounts.failure')
      .values({ key: trier.key, failures: 0, failed_at: now, blocked_until: UNBLOCKED })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
    const row = await db
      .selectFrom('accounts.failure')
      .select(['failures', 'failed_at', 'blocked_until'])
      .where('key', '=', trier.key)
      .forUpdate()
      .executeTakeFirstOrThrow()
    longest = Math.max(longest, row.blocked_until.getTime() - now.getTime())
    const isForgotten = now.getTime() - row.failed_at.getTime() > FORGOTTEN_MS
    counts.push({ trier, failures: isForgotten ? 1 : row.failures + 1 })
  }
  if (longest > 0) return longest
  for (const { trier, failures } of counts) {
    const delay = delayAfter(failures, trier.kind)
    const blocked_until = delay === 0 ? UNBLOCKED : new Date(now.getTime() + delay)
    await db
      .updateTable('accounts.failure')
      .set({ failures, failed_at: now, blocked_until })
      .where('key', '=', trier.key)
      .execute()
  }
  return 0
}

/** Takes back what was counted of a try that was right: all of the person's failures, one of the address. */
export async function forgiveTry(db: Own, triers: readonly Trier[]) {
  for (const { key, kind } of triers.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    if (kind === 'person') await db.deleteFrom('accounts.failure').where('key', '=', key).execute()
    else
      await db
        .updateTable('accounts.failure')
        .set(({ eb }) => ({ failures: eb('failures', '-', 1), blocked_until: UNBLOCKED }))
        .where('key', '=', key)
        .where('failures', '>', 0)
        .execute()
  }
}

/** Forgets those who were not wrong for long. */
export async function forgetFailures(db: Own, now: Date) {
  const before = new Date(now.getTime() - 24 * FORGOTTEN_MS)
  await db.deleteFrom('accounts.failure').where('failed_at', '<', before).execute()
}
