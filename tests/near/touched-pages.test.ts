import { expect } from 'vitest'
import { PageTable } from '../pages/page-table.ts'
import { Imports } from '../support/imports.ts'
import { test as base } from './planted-repository.ts'
import { touchedPages } from './touched-pages.ts'

const module = { default: () => null }
const pageOf = (id: string, path: string) => ({ id, parentId: 'root', path, module })
const table = new PageTable({
  root: { id: 'root', path: '', module },
  goals: pageOf('modules/goals/pages/goals', 'goals'),
  plans: pageOf('modules/plans/pages/plans', 'plans'),
})

const test = base.extend('pagesNear', ({ root }) => {
  return (...changed: string[]) => touchedPages(new Imports({ root }), table, [], changed)
})

test('a change touches the pages of its module, though they do not import it', ({ pagesNear }) => {
  expect(pagesNear('src/modules/plans/migrations/2.sql')).toEqual(['/plans'])
})

test('a change touches the pages of another module that import it', ({ pagesNear }) => {
  expect(pagesNear('src/modules/goals/words.json')).toEqual(['/goals', '/plans'])
  expect(pagesNear('packages/sums/src/add.ts')).toEqual(['/plans'])
})

test('a change of what frames every page touches them all', ({ pagesNear }) => {
  expect(pagesNear('src/app/menu.ts')).toEqual(['/goals', '/plans'])
})

test('a change of what no page is made of touches none', ({ pagesNear }) => {
  expect(pagesNear('src/app/cli.ts', 'README.md')).toEqual([])
})
