import { addDays } from '#platform/rights/day.ts'
import type { GivenGrant } from '#platform/rights/grant-store.server.ts'

/** A right under review. */
export type ReviewItem = {
  id: string
  grant: GivenGrant
  decision: 'keep' | 'end' | null
  reason: string | null
  decidedBy: string | null
  revision: number
}

/** Rights of whoever has not signed in for so long are looked at first. */
const UNUSED_DAYS = 180

/** Whether nothing is left to be decided of a right: somebody has, or it holds no more anyway. */
export const isDecided = ({ decision, grant }: ReviewItem, today: string): boolean =>
  decision !== null || (grant.validTo !== null && grant.validTo <= today)

/** Whether the holder is known to have last signed in long ago. Of whom nothing is known nothing is said. */
export function isUnused(item: ReviewItem, lastSignIns: ReadonlyMap<string, string>, today: string): boolean {
  const last = lastSignIns.get(item.grant.accountId)
  return last !== undefined && last < addDays(today, -UNUSED_DAYS)
}

/** What is to be decided before what is, rights that nobody uses first, then by name. */
export function sortItems(
  items: readonly ReviewItem[],
  nameOf: (accountId: string) => string,
  lastSignIns: ReadonlyMap<string, string>,
  today: string,
): ReviewItem[] {
  const collator = new Intl.Collator('lv')
  const rank = (item: ReviewItem) =>
    (isDecided(item, today) ? 2 : 0) + (isUnused(item, lastSignIns, today) ? 0 : 1)
  return items.toSorted(
    (a, b) => rank(a) - rank(b) || collator.compare(nameOf(a.grant.accountId), nameOf(b.grant.accountId)),
  )
}
