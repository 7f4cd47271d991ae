import { expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { operator } from '#platform/users.ts'
import { test } from '../../../../../tests/support/demonstrated.ts'
import { municipalityIdOf } from '../../../../../tests/support/editors.ts'
import { findAsked, findRounds } from '../rounds-store.server.ts'
import { standingOf } from '../standing.ts'

test('the demonstration has a round with actions in each state, and accepts none', async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  const { round, asked } = await readAs(db, operator(municipalityId), async (tx) => {
    const [first] = await findRounds(tx, municipalityId)
    return { round: first, asked: first ? await findAsked(tx, municipalityId, first.id) : [] }
  })
  if (!round) throw new Error('there is no round')
  expect(round.title.lv).toContain('Izdomāts piemērs')
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length)
  const standings = new Set(asked.map((one) => standingOf(round, one, today)))
  expect([...standings].toSorted()).toEqual(['overdue', 'reported', 'returned', 'unasked'])
})
