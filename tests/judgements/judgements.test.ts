import { describe, expect, test } from 'vitest'
import { sharedCases } from '../support/shared-cases.ts'
import { canada } from './canada.ts'
import { findInFolder } from './find-in-folder.ts'
import { type Case, measure } from './judgement.ts'
import { liepaja } from './liepaja.ts'

const measured = async (one: Case) => measure(await findInFolder(one.folder), one)

describe('findings of Liepāja', () => {
  test('show what somebody who read the document found odd, but for what is known to be missed', async () => {
    const { recall, missed } = await measured(liepaja)
    expect(missed).toEqual(
      liepaja.oddities.filter(({ shownBy }) => shownBy.length === 0).map(({ what }) => what),
    )
    expect(recall).toBeGreaterThanOrEqual(0.87)
  })
  test('are true and worth saying, and somebody has judged every kind', async () => {
    const { isTrue, worth, unjudged } = await measured(liepaja)
    expect(unjudged).toEqual([])
    expect(isTrue).toBeGreaterThanOrEqual(0.95)
    expect(worth).toBeGreaterThanOrEqual(0.9)
  })
})

describe.runIf(sharedCases)('findings of a national framework', () => {
  test('show what is odd in it, are true and mostly worth saying', async () => {
    const { recall, isTrue, worth, unjudged, missed } = await measured(canada(sharedCases ?? ''))
    expect(missed).toEqual([])
    expect(unjudged).toEqual([])
    expect(recall).toBe(1)
    expect(isTrue).toBeGreaterThanOrEqual(0.95)
    expect(worth).toBeGreaterThanOrEqual(0.8)
  })
})
