import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { DeskPart } from '#platform/module.ts'
import type { User } from '#platform/users.ts'
import { alignmentOnDesk } from './alignment/desk.server.ts'
import { roundsOnDesk } from './rounds/desk.server.ts'

/** What of the strategy's year waits for somebody, room by room. */
export const strategyOnDesk = async (tx: DatabaseTransaction, user: User): Promise<DeskPart[]> => [
  ...(await roundsOnDesk(tx, user)),
  ...(await alignmentOnDesk(tx, user)),
]
