import { countDailyPost } from '#platform/daily-posts.server.ts'
import { asKeeper } from '#platform/database/keeper.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, THE_PUBLIC, type User } from '#platform/users.ts'
import type { Place, Report, ReportEntry } from './model.ts'
import {
  closeReport,
  deleteOverdueContacts,
  findReports,
  insertContact,
  insertReport,
} from './store.server.ts'

/** From one address a day: a school's or a library's whole house may have one. */
export const REPORTS_A_DAY = 20
/** For so many months a contact is kept. */
const CONTACT_MONTHS = 12

type Sent = {
  municipalityId: string
  /** Names this filling-in of the form; sent twice, it counts once. */
  once: string
  entry: Omit<ReportEntry, 'address'>
  place: Place | undefined
  language: 'lv' | 'en'
  clientAddress: string
}

/**
 * Puts what a visitor has told into the letter box of a municipality, or of the country. The visitor needs no
 * right, sees nothing of it afterwards, and leaves no trace but a count that is gone tomorrow.
 */
export async function sendReport(db: Database, sent: Sent, now = new Date()) {
  const { municipalityId, once: id, entry, place, language } = sent
  const { kind, content, contact } = entry
  try {
    await writeAs(db, THE_PUBLIC, async (tx) => {
      if (!(await insertReport(tx, { municipalityId, id, sentAt: now, kind, place, content, language })))
        return
      if (contact) await insertContact(tx, { municipalityId, id }, contact, eraseDayOf(now))
      if ((await countDailyPost(tx, sent.clientAddress, now)) > REPORTS_A_DAY) throw new TooMany()
    })
  } catch (error) {
    if (error instanceof TooMany) return { problem: 'work.report.tooMany' } as const
    throw error
  }
  return {}
}

/** Takes a report back that is one too many. */
class TooMany extends Error {}

/** Reports to a municipality, the newest first. */
export async function listReports(db: Database, user: User, municipalityId: string): Promise<Report[]> {
  demand(user, 'write', municipalityId)
  return readAs(db, user, (tx) => findReports(tx, municipalityId))
}

/** Says that a report needs nobody any more. @throws Refused when there is no open one of this id */
export async function markClosed(db: Database, user: User, municipalityId: string, id: string) {
  demand(user, 'write', municipalityId)
  const isClosed = await writeAs(db, user, (tx) => closeReport(tx, municipalityId, id))
  if (!isClosed) refuse(404, 'work.messages.noSuch')
}

/** Erases the contacts whose day has come. @returns how many */
export function eraseOverdueContacts(db: Database, now: Date): Promise<number> {
  return asKeeper(db, (tx) => deleteOverdueContacts(tx, now.toISOString().slice(0, 10)))
}

/** The same day twelve months later; after the 28th of a month perhaps the first days of the next. */
function eraseDayOf(now: Date): string {
  const day = new Date(now)
  day.setUTCMonth(day.getUTCMonth() + CONTACT_MONTHS)
  return day.toISOString().slice(0, 10)
}
