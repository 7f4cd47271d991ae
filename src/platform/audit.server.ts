import { createHash } from 'node:crypto'
import type { DatabaseTransaction, Db } from './database/types.server.ts'

export interface AuditTables {
  'platform.audit_event': {
    municipality_id: string
    sequence: number
    occurred_at: Date
    actor: string
    action: string
    subject: string
    detail: unknown
    previous_hash: string
    hash: string
    is_public: boolean
  }
}
declare module './database/types.server.ts' {
  interface AllTables extends AuditTables {}
}

export type AuditEvent = {
  municipalityId: string
  at: Date
  actor: string
  action: string
  subject: string
  detail: Record<string, unknown>
}

const BEGINNING = '0'.repeat(64)

/**
 * Writes one event in the caller's transaction, so that a change and its trace stand or fall together.
 * The caller holds the municipality's data version (see `raiseDataVersion`), hence no two events race.
 */
export async function recordAudit(tx: DatabaseTransaction, event: AuditEvent) {
  const last = await tx
    .selectFrom('platform.audit_event')
    .select(['sequence', 'hash'])
    .where('municipality_id', '=', event.municipalityId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const previousHash = last?.hash ?? BEGINNING
  const detail = JSON.stringify(event.detail)
  const row = {
    municipality_id: event.municipalityId,
    sequence: (last?.sequence ?? 0) + 1,
    occurred_at: event.at,
    actor: event.actor,
    action: event.action,
    subject: event.subject,
    detail,
    previous_hash: previousHash,
    is_public: false,
  }
  await tx
    .insertInto('platform.audit_event')
    .values({ ...row, hash: hashOf(row) })
    .execute()
}

/** Sequence number of the first event whose hash does not follow from its content and the one before. */
export async function findBrokenAuditLink(db: Db<AuditTables>, municipalityId: string) {
  const events = await db
    .selectFrom('platform.audit_event')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('sequence')
    .execute()
  let previousHash = BEGINNING
  for (const [index, event] of events.entries()) {
    const expected = hashOf({ ...event, detail: JSON.stringify(event.detail) })
    if (event.sequence !== index + 1 || event.previous_hash !== previousHash || event.hash !== expected) {
      return { checked: events.length, brokenAt: event.sequence }
    }
    previousHash = event.hash
  }
  return { checked: events.length, brokenAt: undefined }
}

type Hashed = Omit<AuditTables['platform.audit_event'], 'hash' | 'is_public' | 'detail'> & { detail: string }

function hashOf(event: Hashed) {
  // jsonb may reorder keys, so the detail is hashed with its keys in order.
  const detail = JSON.stringify(sortKeys(JSON.parse(event.detail)))
  const parts = [
    event.previous_hash,
    event.municipality_id,
    event.sequence,
    event.occurred_at.toISOString(),
    event.actor,
    event.action,
    event.subject,
    detail,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, part]) => [name, sortKeys(part)]))
}
