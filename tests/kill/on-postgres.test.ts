import { expect, test } from 'vitest'
import { postgresBinaries } from '../support/postgres-server.ts'
import { killAndHear, LONGEST, NOTHING_LOST } from './kill-and-hear.ts'

test.runIf(postgresBinaries())(
  'nothing acknowledged is lost when the server is killed (only where there is PostgreSQL in node_modules)',
  async () => {
    const { said, code } = await killAndHear('postgres')
    expect(said).toMatch(NOTHING_LOST)
    expect(code).toBe(0)
  },
  LONGEST,
)
