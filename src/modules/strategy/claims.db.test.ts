import { expect } from 'vitest'
import { gatherFindings, linkSubjects, startReading } from '#modules/findings'
import { indicatorFamily } from '#modules/indicators.server'
import { surveyFamily } from '#modules/surveys.server'
import { readAs } from '#platform/database/scope.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { test } from '../../../tests/support/database.ts'
import { checkClaims, claimSubjects } from './claims.ts'
import { readClaimData } from './current-strategy.server.ts'
import { strategyFamily } from './family.server.ts'
import { findStrategyByKey } from './store.server.ts'

test('sets every claim of the documents beside the data, the answer coming from the findings', async ({
  db,
}) => {
  const families = [indicatorFamily, surveyFamily, strategyFamily]
  const checked = await readAs(db, THE_PUBLIC, async (tx) => {
    const summary = await findStrategyByKey(tx, 'liepaja-2020-2025')
    const reading = startReading(tx, { municipalityId: summary?.municipalityId ?? '' })
    const data = await readClaimData(reading)
    const gathered = await gatherFindings(reading, families)
    if (!data || !gathered) throw new Error('the tests’ database has no strategy of Liepāja')
    return checkClaims(data, gathered, await linkSubjects(reading, families, claimSubjects(data)))
  })
  const keysOf = (wanted: string) =>
    checked.filter(({ verdict }) => verdict === wanted).map(({ claim }) => claim.key)
  expect(checked).toHaveLength(73)
  expect(keysOf('refuted')).toEqual(['expelled-2023', 'adopted-before-guidelines'])
  const open = checked.filter(({ verdict, isCovered }) => verdict === 'unverifiable' && !isCovered)
  expect(open.map(({ claim }) => claim.key)).toEqual([
    'inclusion-training',
    'inclusive-all',
    'budget',
    'international',
  ])
  const covered = checked.filter(({ isCovered }) => isCovered)
  expect(covered.map(({ claim }) => claim.key)).toContain('excellence-department')
  expect(covered.every(({ verdict }) => verdict === 'unverifiable')).toBe(true)
  expect(keysOf('partly')).toContain('actions-not-done')
  expect(keysOf('confirmed')).toContain('queues')
  expect(
    checked
      .filter(({ isCovered }) => !isCovered)
      .every(({ verdict, findings }) => (verdict === 'confirmed') === (findings.length === 0)),
  ).toBe(true)
})
