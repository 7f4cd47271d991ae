import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { DeskPart } from '#platform/module.ts'
import type { User } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { countWaitingMessages } from './message-store.server.ts'
import { countUnread } from './notification-store.server.ts'

/** Messages that wait for somebody, and answers that could not be sent. */
export async function messagesOnDesk(tx: DatabaseTransaction, user: User): Promise<DeskPart[]> {
  const rows = await countWaitingMessages(tx, user.id)
  const unread = await countUnread(tx, user.id)
  const told: DeskPart[] =
    unread === 0
      ? []
      : [{ municipalityId: null, label: 'work.desk.unread', values: { count: unread }, address: '/zinas' }]
  const messages = rows.flatMap(({ municipality_id, fresh, mine, failed }): DeskPart[] => {
    const municipalityId = municipality_id === COUNTRY ? null : municipality_id
    const line = (count: number, part: Omit<DeskPart, 'municipalityId' | 'values'>): DeskPart[] =>
      count === 0 ? [] : [{ municipalityId, values: { count }, ...part }]
    return [
      ...line(failed, { label: 'work.desk.failed', address: '/zinojumi?state=answered', isFailure: true }),
      ...line(mine, { label: 'work.desk.mine', address: '/zinojumi?whose=mine' }),
      ...line(fresh, { label: 'work.desk.fresh', address: '/zinojumi?state=new' }),
    ]
  })
  return [...told, ...messages]
}
