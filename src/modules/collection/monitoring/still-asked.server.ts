import type { Institution } from '#modules/registry'
import { findNetwork } from '#modules/registry.server'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { phaseOf } from '../calls/phase.ts'
import { readGivers } from '../givers.server.ts'
import { findSubmission } from '../life/submission-store.server.ts'
import type { DataCall } from '../model.ts'
import { findAskedRow } from './asked-store.server.ts'
import { countedOn, type Monitored, monitoredOn } from './expected.ts'
import { isTheirTurn } from './tasks.server.ts'

/** Where one institution stands with a call; undefined where it is not asked. Four statements. */
export async function readMonitoredOf(
  tx: DatabaseTransaction,
  municipalityId: string,
  { call, institution }: { call: DataCall; institution: Pick<Institution, 'id'> },
  now: Date,
): Promise<Monitored | undefined> {
  const asked = { callId: call.id, institutionId: institution.id }
  const submission = await findSubmission(tx, municipalityId, asked)
  const row = submission && (await findAskedRow(tx, municipalityId, submission.id))
  if (!row) return undefined
  return monitoredOn(await findNetwork(tx, municipalityId), [row], countedOn(call, now))[0]
}

type About = { municipalityId: string; accountId: string; call: DataCall; row: Monitored }

/** Why an account has nothing to answer: it is handed in, closed, or no longer theirs; null where it has. */
export async function findWhyNotAsked(
  db: Database,
  { municipalityId, accountId, call, row }: About,
  now: Date,
): Promise<TextKey | null> {
  const phase = phaseOf(call, now)
  if (phase === 'draft' || phase === 'withdrawn') return 'collection.reply.withdrawn'
  if (!isTheirTurn(row)) return 'collection.reply.handedIn'
  if (phase === 'locked') return 'collection.reply.locked'
  const { byInstitution } = await readGivers(db, municipalityId, municipalDay(now))
  const isTheirs = byInstitution.get(row.institutionId)?.some((giver) => giver.accountId === accountId)
  return isTheirs ? null : 'collection.reply.noRight'
}
