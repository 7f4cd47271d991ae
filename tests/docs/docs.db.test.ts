import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { test } from '../support/database.ts'
import { describeTables } from './data-dictionary.ts'

test('the data dictionary says what the database holds', async ({ db }) => {
  const written = await readFile('docs/data-dictionary.md', 'utf8')
  expect(written === (await describeTables(db)), 'run npm run document').toBe(true)
})
