import { v7 as uuidv7 } from 'uuid'
import { findNetwork } from '#modules/registry.server'
import { readMark } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { operator, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { findCalls } from '../calls/call-store.server.ts'
import type { DataCall } from '../model.ts'
import { findAskedRow } from './asked-store.server.ts'
import { countedOn, type Monitored, monitoredOn } from './expected.ts'
import { REPLY_KINDS, type ReplyKind } from './reply.ts'
import { insertReply } from './reply-store.server.ts'
import { findWhyNotAsked } from './still-asked.server.ts'

/** What marks of these links may do, and nothing else. */
export const REPLY_TOPIC = 'collection reply'

type ReplyTo = { municipalityId: string; submissionId: string; kind: ReplyKind }

/** What a mark says besides whose it is: exactly one submission and one answer. */
export const saidOf = ({ municipalityId, submissionId, kind }: ReplyTo): string[] => [
  municipalityId,
  submissionId,
  kind,
]

/** What a link in a letter is about. */
export type Replying = ReplyTo & {
  accountId: string
  call: DataCall
  row: Monitored
  /** Why it cannot be answered any more. */
  problem: TextKey | null
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** What a mark is about; undefined for one that we have not made, or whose submission is gone. */
export async function readReplying(db: Database, mark: string, now: Date): Promise<Replying | undefined> {
  const read = await readMark(db, REPLY_TOPIC, mark)
  const [municipalityId = '', submissionId = '', said] = read?.said ?? []
  const kind = REPLY_KINDS.find((one) => one === said)
  if (!read || !kind || !UUID.test(municipalityId) || !UUID.test(submissionId)) return undefined
  const found = await readAs(
    db,
    operator(municipalityId),
    async (tx) => {
      const asked = await findAskedRow(tx, municipalityId, submissionId)
      const call = asked && (await findCalls(tx, municipalityId)).find(({ id }) => id === asked.callId)
      if (!call) return undefined
      const [row] = monitoredOn(await findNetwork(tx, municipalityId), [asked], countedOn(call, now))
      return row && { call, row }
    },
    { municipalityId },
  )
  if (!found) return undefined
  const about = { municipalityId, accountId: read.accountId, ...found }
  return { ...about, submissionId, kind, problem: await findWhyNotAsked(db, about, now) }
}

/**
 * Keeps what somebody answers by a link, in their name: they have not signed in, and the journal says so.
 *
 * @param typed day until which longer is needed, `YYYY-MM-DD`, where that is what is said; words, where there are any
 */
export async function recordReply(
  db: Database,
  { municipalityId, submissionId, kind, accountId, row }: Replying,
  typed: { until: string | null; words: string | null },
  now: Date,
): Promise<void> {
  const { institutionId } = row
  const scope = { kind: 'institution', municipalityId, id: institutionId } as const
  const giver: User = {
    id: accountId,
    kind: 'member',
    grants: [{ capabilities: ['collection.answer', 'collection.read'], scope }],
  }
  const intent = {
    municipalityId,
    stream: 'collection',
    origin: 'form',
    action: 'collection.replied',
    subject: submissionId,
    detail: { kind, by: 'link' },
    isPublic: false,
    at: now,
  } as const
  await inChange(
    db,
    giver,
    intent,
    async (tx, change) => {
      await insertReply(tx, {
        municipality_id: municipalityId,
        institution_id: institutionId,
        submission_id: submissionId,
        id: uuidv7(),
        kind,
        until: kind === 'later' ? typed.until : null,
        words: typed.words,
        account_id: accountId,
      })
      change.counts.added += 1
    },
    { municipalityId },
  )
}
