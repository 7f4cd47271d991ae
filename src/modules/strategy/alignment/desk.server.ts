import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { DeskPart } from '#platform/module.ts'
import { may, type User } from '#platform/users.ts'
import { countWaiting, type Waiting } from './desk-store.server.ts'

const HOME = { work: '/darba-plani', development: '/attistibas-plani' } as const

/** Plans that wait: for an institution those it is asked for and comments on them, for the department what was submitted. */
export async function alignmentOnDesk(tx: DatabaseTransaction, user: User): Promise<DeskPart[]> {
  const waiting = await countWaiting(tx, user.id)
  const places = Map.groupBy(waiting, ({ municipalityId, kind }) => `${municipalityId} ${kind}`)
  return [...places.values()].flatMap((all) => partsOf(user, all))
}

function partsOf(user: User, all: readonly Waiting[]): DeskPart[] {
  const [first] = all
  if (!first) return []
  const { municipalityId, kind } = first
  const own = all.filter(
    ({ institutionId }) =>
      institutionId !== null && may(user, 'strategy.development.edit', { municipalityId, institutionId }),
  )
  const isDepartment = may(user, 'strategy.alignment.edit', { municipalityId })
  const sum = (rows: readonly Waiting[], what: 'asked' | 'commented' | 'submitted') =>
    rows.reduce((total, row) => total + row[what], 0)
  const counts = [
    ['strategy.alignment.desk.asked', sum(own, 'asked')],
    ['strategy.alignment.desk.commented', sum(own, 'commented')],
    [
      kind === 'work' ? 'strategy.alignment.desk.submittedWork' : 'strategy.alignment.desk.submitted',
      isDepartment ? sum(all, 'submitted') : 0,
    ],
  ] as const
  return counts.flatMap(([label, count]) =>
    count > 0 ? [{ municipalityId, label, values: { count }, address: HOME[kind] }] : [],
  )
}
