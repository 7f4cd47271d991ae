import { test } from 'vitest'
import { expectNothingLost, TIMEOUT } from './expect-nothing-lost.ts'

test(
  'nothing acknowledged is lost when the server is killed, and nothing is there by half',
  () => expectNothingLost('pglite'),
  TIMEOUT,
)
