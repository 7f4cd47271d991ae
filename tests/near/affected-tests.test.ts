import { expect } from 'vitest'
import { Imports } from '../support/imports.ts'
import { affectedTests } from './affected-tests.ts'
import { test as base, FILES } from './planted-repository.ts'

const test = base.extend('testsNear', ({ root }) => {
  const tests = Object.keys(FILES).filter((file) => file.endsWith('.test.ts'))
  const needed = (file: string) => (file.includes('.db.') ? ['tests/support/fill.ts'] : [])
  return (changed: string) =>
    affectedTests(new Imports({ root }), tests, [changed], needed).map((file) => file.replace(/^.*\//, ''))
})

test.for<[string, string[]]>([
  ['src/modules/plans/plan.ts', ['plan.test.ts', 'store.db.test.ts', 'pages.test.ts']],
  ['src/modules/goals/goal.ts', ['goal.test.ts', 'plan.test.ts', 'store.db.test.ts', 'pages.test.ts']],
  ['src/modules/goals/words.json', ['goal.test.ts', 'plan.test.ts', 'store.db.test.ts', 'pages.test.ts']],
  ['packages/sums/src/add.ts', ['add.test.ts', 'plan.test.ts', 'store.db.test.ts', 'pages.test.ts']],
  ['src/modules/goals/goal.test.ts', ['goal.test.ts', 'pages.test.ts']],
])(
  'a change of %s touches whoever imports it, and the pages that are built of it',
  ([changed, near], { testsNear }) => {
    expect(testsNear(changed)).toEqual(near)
  },
)

test('a change of types alone touches no test but those of the built pages', ({ testsNear }) => {
  expect(testsNear('src/modules/goals/kind.ts')).toEqual(['pages.test.ts'])
})

test.for<[string, string[]]>([
  ['data/riga/plans.csv', ['plan.test.ts']],
  ['data/liepaja/plans.csv', []],
  ['packages/sums/README.md', ['add.test.ts', 'pages.test.ts']],
  ['src/modules/plans/migrations/2.sql', ['store.db.test.ts', 'pages.test.ts']],
  ['docs/architecture.md', []],
])('a change of %s touches those that read it: %j', ([changed, near], { testsNear }) => {
  expect(testsNear(changed)).toEqual(near)
})
