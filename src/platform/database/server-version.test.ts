import { expect, test } from 'vitest'
import { demandServerVersion } from './server-version.ts'

test.for([90624, 140011, 150018])('server %i is refused, and told what is needed', (number) => {
  const found = Math.floor(number / 10_000)
  expect(() => demandServerVersion(number)).toThrow(
    expect.objectContaining({ reason: 'platform.database.old', values: { found, oldest: 16 } }),
  )
})

test.for([160000, 160010, 180004, 190001])('server %i will do', (number) => {
  expect(() => demandServerVersion(number)).not.toThrow()
})
