import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { test } from '../support/database.ts'
import { describeTables } from './data-dictionary.ts'
import { describeRights } from './rights.ts'

test('the data dictionary says what the database holds', async ({ open }) => {
  const written = await readFile('docs/data-dictionary.md', 'utf8')
  expect(written === (await open.asOwner(describeTables)), 'run npm run document').toBe(true)
})

test('the page of rights says what the code declares', async () => {
  const written = await readFile('docs/rights.md', 'utf8')
  expect(written === describeRights(), 'run npm run document').toBe(true)
})
