import { expect, test } from 'vitest'
import { groupByReason } from './claim-reasons.ts'
import type { CheckedClaim } from './claims.ts'
import { aClaim } from './testing.ts'

const checked = (key: string, ...titles: string[]) =>
  ({
    claim: aClaim({ kind: 'trend', key }),
    verdict: 'unverifiable',
    isCovered: false,
    findings: titles.map((title) => ({ anchor: key, title: { lv: title, en: title } })),
    topics: [],
  }) as unknown as CheckedClaim

test('claims with the same reason stand together, so that it is said once', () => {
  const groups = groupByReason([checked('a', 'Nav skaitļa'), checked('b'), checked('c', 'Nav skaitļa')])
  expect(groups.map(({ titles, claims }) => [titles.length, claims.map(({ claim }) => claim.key)])).toEqual([
    [1, ['a', 'c']],
    [0, ['b']],
  ])
})

test('two reasons are not the same as one of them', () => {
  expect(groupByReason([checked('a', 'Viens', 'Divi'), checked('b', 'Viens')])).toHaveLength(2)
})
