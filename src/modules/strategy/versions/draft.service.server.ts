import { v7 as uuidv7 } from 'uuid'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { isDecided } from '../model.ts'
import { findCurrentStrategy } from '../store.server.ts'
import { draftIn, numberAt, type VersionKind } from './version.ts'
import { findVersionRow, findVersions, VERSIONS } from './version-store.server.ts'

/** Lets whoever writes about drafts of a municipality wait for one another, as saving an edit does. */
export const holdDrafts = (tx: DatabaseTransaction, municipalityId: string) =>
  oneAtATime(tx, `edit ${municipalityId} planning`)

type Begun = { municipalityId: string; kind: VersionKind; reason: { lv: string; en: string | null } }

/**
 * Begins a draft of the next version of the current plan.
 *
 * @returns its number; or that of the draft that is there already, since there is one at a time
 * @throws Refused while there is no plan that the council has adopted
 */
export async function beginDraft(
  db: Database,
  user: User,
  { municipalityId, kind, reason }: Begun,
): Promise<{ number: number; isNew: boolean }> {
  demand(user, 'strategy.edit', { municipalityId })
  const work = async (tx: DatabaseTransaction, change: Change) => {
    await holdDrafts(tx, municipalityId)
    const strategy = await findCurrentStrategy(tx, municipalityId)
    if (!strategy || !isDecided(strategy.version)) refuse(400, 'strategy.versions.notAdopted')
    const versions = await findVersions(tx, municipalityId, strategy.id)
    const known = draftIn(versions)
    if (known) return { number: known.number, isNew: false }
    const number = numberAt(versions) + 1
    await revise(tx, change, VERSIONS, [
      {
        id: uuidv7(),
        strategy_id: strategy.id,
        number,
        state: 'draft',
        kind,
        reason_lv: reason.lv,
        reason_en: reason.en,
        decision_number: null,
        decided_on: null,
        minutes: null,
        in_force_on: null,
        adopted_at: null,
      },
    ])
    return { number, isNew: true }
  }
  const { result } = await inChange(db, user, intentOf(municipalityId, 'version.begun', kind), work, {
    municipalityId,
  })
  return result
}

type Dropped = { municipalityId: string; strategyId: string; number: number; why: string }

/**
 * Drops a draft: it stays in the history, and gives its number to the next one.
 *
 * @throws Refused when there is no such draft
 */
export async function dropDraft(
  db: Database,
  user: User,
  { municipalityId, strategyId, number, why }: Dropped,
): Promise<void> {
  demand(user, 'strategy.edit', { municipalityId })
  const work = async (tx: DatabaseTransaction, change: Change) => {
    await holdDrafts(tx, municipalityId)
    const row = await findVersionRow(tx, { municipalityId, strategyId, number })
    if (row?.state !== 'draft') refuse(400, 'strategy.versions.notDraft')
    await revise(tx, change, VERSIONS, [{ ...contentOf(row), state: 'dropped' }])
  }
  const intent = { ...intentOf(municipalityId, 'version.dropped', String(number)), why }
  await inChange(db, user, intent, work, { municipalityId })
}

const intentOf = (municipalityId: string, action: string, subject: string) =>
  ({
    municipalityId,
    stream: 'planning',
    origin: 'form',
    action,
    subject,
    isPublic: false,
    at: new Date(),
  }) as const
