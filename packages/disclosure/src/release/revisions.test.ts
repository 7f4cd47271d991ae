import { expect, test } from 'vitest'
import { pupilKey, pupilTable } from '../testing/small-tables.ts'
import { linkTables } from './link.ts'
import { findSmallRevisions } from './revisions.ts'

test('finds printed counts that changed by few persons', () => {
  const before = pupilTable([[20, 30, 40]], 'May')
  const now = pupilTable([[22, 36, 41]])
  const earlier = [{ name: 'May', tables: [before], hidden: ['3', 'A3'].map(pupilKey) }]
  const release = (aboutPersons: boolean) =>
    linkTables({ measures: { pupils: { aboutPersons } }, tables: [now], earlier })
  expect(findSmallRevisions(release(true))).toEqual([
    { key: pupilKey('A1'), edition: 'May', before: 20, now: 22 },
    { key: pupilKey('1'), edition: 'May', before: 20, now: 22 },
  ])
  expect(findSmallRevisions(release(true), 7)).toHaveLength(4)
  expect(findSmallRevisions(release(false))).toEqual([])
})
