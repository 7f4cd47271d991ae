import { type InstitutionVersion, institutionNear, type Network, presenceOn } from '#modules/registry'
import { municipalDay } from '#platform/rights/day.ts'
import type { CallMoments } from '../model.ts'
import type { AskedRow } from './asked-store.server.ts'
import type { Asked } from './completeness.ts'

/** An institution that a call asks, as it is on the day on which it is counted. */
export type Monitored = AskedRow &
  Asked & {
    /** Its key in addresses. */
    key: string
    institution: InstitutionVersion
  }

/**
 * The day on which institutions are counted: today, and from the lock on that of the lock, so that what closes in later
 * years changes no past call.
 */
export const countedOn = ({ locksAt }: Pick<CallMoments, 'locksAt'>, now: Date): string =>
  municipalDay(now < locksAt ? now : locksAt)

/** Who is asked, with whether it is there on the day: one that nobody can tell of counts as there. */
export function monitoredOn(network: Network, rows: readonly AskedRow[], day: string): Monitored[] {
  const byId = new Map(network.institutions.map((institution) => [institution.id, institution]))
  return rows.flatMap((row) => {
    const institution = byId.get(row.institutionId)
    if (!institution) return []
    return [
      {
        ...row,
        key: institution.key,
        institution: institutionNear(institution, day),
        hasFailed: row.failedTries > 0,
        isThere: presenceOn(institution, network.successions, day) !== 'absent',
      },
    ]
  })
}
