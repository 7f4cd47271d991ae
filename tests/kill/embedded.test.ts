import { expect, test } from 'vitest'
import { killAndHear, LONGEST, NOTHING_LOST } from './kill-and-hear.ts'

test(
  'nothing acknowledged is lost when the server is killed, and nothing is there by half',
  async () => {
    const { said, code } = await killAndHear('pglite')
    expect(said).toMatch(NOTHING_LOST)
    expect(code).toBe(0)
  },
  LONGEST,
)
