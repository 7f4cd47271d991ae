import { validate as isUuid } from 'uuid'
import { countDailyPost } from '#platform/daily-posts.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { mayKeepPersons } from '#platform/rights/persons.server.ts'
import { demand, operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { type Intent, inChange } from '#platform/write/change.server.ts'
import type { Place, Report, ReportEntry } from './report.ts'
import {
  closeReport,
  deleteOverdueContacts,
  findReports,
  insertContact,
  insertReport,
} from './report-store.server.ts'

/** From one address a day: a school's or a library's whole house may have one. */
export const REPORTS_A_DAY = 20

type Sent = {
  municipalityId: string
  /** Names this filling-in of the form; sent twice, it counts once. */
  once: string
  entry: Omit<ReportEntry, 'address'>
  place: Place | undefined
  language: 'lv' | 'en'
  clientAddress: string
}

/** Whether visitors may leave word how to answer them. Where nobody but this machine comes, they are invented. */
export const takesContact = (db: Database) => mayKeepPersons(db, { isInvented: true })

/**
 * Puts what a visitor has told into the letter box of a municipality, or of the country. The visitor needs no
 * right, sees nothing of it afterwards, and leaves no trace but a count that is gone tomorrow.
 */
export async function sendReport(db: Database, sent: Sent, now = new Date()) {
  const { municipalityId, once: id, entry, place, language } = sent
  const { kind, content, contact } = entry
  const post = { clientAddress: sent.clientAddress, id, limit: REPORTS_A_DAY }
  if (!(await countDailyPost(db, post, now))) return { problem: 'work.report.tooMany' } as const
  await writeAs(db, THE_PUBLIC, async (tx) => {
    const isNew = await insertReport(tx, { municipalityId, id, kind, place, content, language })
    if (isNew && contact) await insertContact(tx, { municipalityId, id }, contact)
  })
  return {}
}

/** Reports to a municipality, the newest first. */
export async function listReports(db: Database, user: User, municipalityId: string): Promise<Report[]> {
  demand(user, 'work.report.read', { municipalityId })
  return readAs(db, user, (tx) => findReports(tx, municipalityId), { municipalityId })
}

/** Says that a report needs nobody any more. @throws Refused when there is no open one of this id */
export async function markClosed(db: Database, user: User, municipalityId: string, id: string) {
  demand(user, 'work.report.edit', { municipalityId })
  const intent: Intent = {
    municipalityId,
    stream: 'messages',
    origin: 'command',
    action: 'report.closed',
    subject: id,
    isPublic: false,
    at: new Date(),
  }
  if (!isUuid(id)) refuse(404, 'work.messages.noSuch')
  const { changed } = await inChange(db, user, intent, async (tx, change) => {
    if (await closeReport(tx, change, id)) change.counts.changed += 1
  })
  if (changed === 0) refuse(404, 'work.messages.noSuch')
}

/** Erases the contacts whose day has come. @returns how many */
export function eraseOverdueContacts(db: Database): Promise<number> {
  return writeAs(db, operator(), deleteOverdueContacts, { capabilities: ['work.contact.erase'] })
}
