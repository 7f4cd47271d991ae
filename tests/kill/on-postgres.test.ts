import { test } from 'vitest'
import { postgresBinaries } from '../support/postgres-server.ts'
import { expectNothingLost, TIMEOUT } from './expect-nothing-lost.ts'

test.runIf(postgresBinaries())(
  'nothing acknowledged is lost when the server is killed (only where there is PostgreSQL in node_modules)',
  () => expectNothingLost('postgres'),
  TIMEOUT,
)
