import type { Database } from '#platform/database/types.server.ts'
import { findAccountsWith } from '#platform/rights/holders.server.ts'
import { currentGrants, operator, type User } from '#platform/users.ts'
import { type Intent, inChange } from '#platform/write/change.server.ts'
import { addTask } from './task-service.server.ts'

type Asked = { municipalityId: string; act: 'correct' | 'erase'; subject: string }

/** What is asked for, as the task says it. */
const KINDS = { correct: 'people.correction', erase: 'people.erasure' } as const

/**
 * Asks for what is kept of oneself to be put right or erased: whoever administers the municipality gets a task. Written
 * in the name of who asks with a right lent for this alone, for hardly anybody may give tasks.
 *
 * @returns how many were asked; 0 where nobody administers it, or the asker does not work there
 */
export async function askAboutOwnData(db: Database, user: User, { municipalityId, act, subject }: Asked) {
  const isAtHome = currentGrants(user).some(
    ({ scope }) => scope.kind === 'country' || scope.municipalityId === municipalityId,
  )
  if (!isAtHome) return 0
  const accounts = await findAccountsWith(db, municipalityId, 'platform.grant.edit')
  const intent: Intent = {
    municipalityId,
    stream: 'messages',
    origin: 'form',
    action: act === 'correct' ? 'data.correctionAsked' : 'data.erasureAsked',
    subject: user.id,
    isPublic: false,
    at: new Date(),
  }
  await inChange(db, { ...operator(municipalityId), id: user.id }, intent, async (tx, change) => {
    for (const accountId of accounts) {
      await addTask(tx, change, {
        municipalityId,
        accountId,
        kind: KINDS[act],
        subject,
        address: null,
        dueOn: dueOn(),
      })
    }
  })
  return accounts.length
}

/** GDPR gives a month to answer (article 12). */
function dueOn(): string {
  const date = new Date()
  date.setUTCMonth(date.getUTCMonth() + 1)
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length)
}
