import { describe, expect } from 'vitest'
import { test } from '../../../tests/support/database.ts'
import type { Database } from '../database/types.server.ts'
import { demandPersonsAllowed, demandSecrets } from './persons.server.ts'

const real = { isInvented: false }
const invented = { isInvented: true }
const isAllowed = (db: Database, data: { isInvented: boolean }) => {
  try {
    demandPersonsAllowed(db, data)
    return true
  } catch {
    return false
  }
}

describe('persons', () => {
  test.for([
    ['any', true, true],
    ['invented', false, true],
    ['none', false, false],
  ] as const)('where the rule is “%s”', ([persons, takesReal, takesInvented], { db }) => {
    expect(isAllowed({ ...db, persons }, real)).toBe(takesReal)
    expect(isAllowed({ ...db, persons }, invented)).toBe(takesInvented)
  })
})

test('real persons need a secret of the settings, invented ones do not', () => {
  expect(() => demandSecrets(undefined, real)).toThrow()
  expect(demandSecrets(undefined, invented)).toEqual(demandSecrets(undefined, invented))
  expect(demandSecrets('a secret of the settings, long enough', real)).not.toEqual(
    demandSecrets(undefined, invented),
  )
})
