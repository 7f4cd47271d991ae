import type { Module } from '#platform/module.ts'
import { pollsOnDesk } from './campaigns/polls-on-desk.server.ts'
import { answersOnDesk } from './life/answers-on-desk.server.ts'
import { monitoringOnDesk } from './monitoring/desk.server.ts'

/** What waits for who answers for an institution, for who answers for a call, and for who answers for a municipality. */
export const collectionOnDesk: NonNullable<Module['desk']> = async (tx, user) => [
  ...(await answersOnDesk(tx, user)),
  ...(await monitoringOnDesk(tx, user)),
  ...(await pollsOnDesk(tx, user)),
]
