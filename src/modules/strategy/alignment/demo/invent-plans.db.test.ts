import { expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { operator } from '#platform/users.ts'
import { test } from '../../../../../tests/support/demonstrated.ts'
import { municipalityIdOf } from '../../../../../tests/support/editors.ts'
import { coverageOf } from '../coverage.ts'
import { readAlignment } from '../read-alignment.server.ts'

test('the demonstration has a plan in each state, says that it is an example, and names only actions that are there', async ({
  db,
}) => {
  const town = await municipalityIdOf(db, 'liepaja')
  const { tree, plans } = await readAs(db, operator(town), (tx) => readAlignment(tx, town))
  expect(plans.every(({ title }) => title.startsWith('Paraugs: '))).toBe(true)
  expect(plans.map(({ kind, state, items }) => [kind, state, items.length]).toSorted()).toEqual([
    ['development', 'agreed', 2],
    ['development', 'draft', 0],
    ['development', 'draft', 4],
    ['development', 'submitted', 2],
    ['work', 'agreed', 6],
    ['work', 'draft', 2],
  ])
  if (!tree) throw new Error('there is no strategy')
  const { strays, overlaps, orphans } = coverageOf(tree, plans)
  expect(strays).toEqual([])
  expect(orphans).toHaveLength(2)
  expect(overlaps.map(({ why }) => why)).toEqual(['sameWords'])
})
