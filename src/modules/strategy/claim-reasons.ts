import type { CheckedClaim } from './claims.ts'

/** Claims that the data answer as they do for the same reason. */
export type ClaimReason = {
  /** Titles of the findings that say why; none where nothing was found. */
  titles: CheckedClaim['findings'][number]['title'][]
  claims: CheckedClaim[]
}

/** Claims by the reason of their answer, in the order in which the reasons first occur, so that each is said once. */
export function groupByReason(claims: readonly CheckedClaim[]): ClaimReason[] {
  const groups = Map.groupBy(claims, ({ findings, isCovered }) =>
    [isCovered, ...findings.map(({ title }) => title.lv)].join('\n'),
  )
  return [...groups.values()].map((own) => ({
    titles: own[0]?.findings.map(({ title }) => title) ?? [],
    claims: own,
  }))
}
