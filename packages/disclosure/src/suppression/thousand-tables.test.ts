import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { repetitions } from '../../../../tests/support/repetitions.ts'
import { attack } from '../attacker/attack.ts'
import { findPrimaryCells } from '../primary/find.ts'
import { randomWideRelease } from '../testing/random-release.ts'
import { audit } from './audit.ts'
import { protect } from './protect.ts'

const solver = await loadHighs()
const tables = repetitions(500)

test.each(['print', 'hide'] as const)(
  `of ${tables} random hierarchical tables no cell can be recovered within its interval; zeros: %s`,
  { timeout: 60_000 },
  (zeros) => {
    const release = randomWideRelease(zeros.length, tables)
    const primary = findPrimaryCells(release, { zeros })
    const { isSafe, hidden } = protect(release, primary, solver)
    expect(isSafe).toBe(true)
    const cells = primary.map(({ key }) => key)
    const attacked = attack(release, { hidden }, solver, { cells })
    const narrow = attacked.filter(({ value, low, high }, n) => {
      const { below = 0, above = 0 } = primary[n] ?? {}
      const isWide = high - low >= Math.max(5, 0.2 * value)
      return !(isWide && value - low >= below && high - value >= above)
    })
    expect(narrow).toEqual([])
    expect(attacked).toHaveLength(primary.length)
    const audited = audit(release, { hidden }, primary, solver, { insiders: 'ignore' })
    expect(audited.filter(({ isProtected }) => !isProtected)).toEqual([])
  },
)
