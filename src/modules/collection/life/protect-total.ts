import type { CollectionTables } from '../tables.server.ts'

type Total = CollectionTables['collection.call_total']
type Rule = { leastCount: number; zeros: 'hide' | 'print' }

/** Covers a total that would tell of few people: of a share also where few are left over. */
export function protectTotal<
  One extends Pick<Total, 'kind' | 'total' | 'denominator' | 'accepted' | 'is_about_people'>,
>(one: One, { leastCount, zeros }: Rule): One & { isCovered: boolean } {
  const isFew = (count: number) => (count === 0 ? zeros === 'hide' : count < leastCount)
  const counts =
    one.kind === 'share' && one.denominator !== null
      ? [one.total, one.denominator - one.total]
      : one.kind === 'choice' || one.kind === 'money'
        ? []
        : [one.total]
  const isCovered = one.is_about_people && counts.some(isFew)
  return isCovered ? { ...one, total: 0, denominator: null, isCovered } : { ...one, isCovered }
}
