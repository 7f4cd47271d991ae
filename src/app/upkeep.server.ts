import { askAboutLeavers, startGrantReview } from '#modules/access.server'
import { settleMoves } from '#modules/people.server'
import { findMunicipalitySlugs } from '#modules/registry.server'
import { eraseOverdueContacts } from '#modules/work.server'
import { erasePastOfAccounts } from '#platform/accounts/upkeep.server.ts'
import { forgetPastPosts } from '#platform/daily-posts.server.ts'
import { reportFailure } from '#platform/database/away.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { forgetOldDrafts } from '#platform/editing/drafts-store.server.ts'
import { forgetLostPosts } from '#platform/editing/lost-posts-store.server.ts'
import { addDays, municipalDay, startOfDay } from '#platform/rights/day.ts'
import { demandSecrets } from '#platform/rights/persons.server.ts'
import { eraseOldUploads } from '#platform/uploads/upload-store.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A moment after midnight, when clocks that differ a little agree that it is another day. */
const AFTER_MIDNIGHT_MS = 2000

/** Erases what may be kept no longer. */
async function erasePast(db: Database, now: Date) {
  await forgetPastPosts(db, now)
  await eraseOverdueContacts(db)
  await forgetLostPosts(db, now)
  await forgetOldDrafts(db, now)
  await writeAs(db, operator(), (tx) => eraseOldUploads(tx, now), { capabilities: ['platform.upload.erase'] })
  await erasePastOfAccounts(db, now)
}

/** Does what a new day asks for in the municipalities: whoever moves is handed over, administrators are asked about wide rights of who has left, and reviews of rights begin. */
export async function beginDay(db: Database, now: Date, secret?: string) {
  const secrets = demandSecrets(secret, { isInvented: true })
  const municipalities = await readAs(db, THE_PUBLIC, findMunicipalitySlugs)
  await settleMoves(db, secrets, [...municipalities.values()], now)
  await askAboutLeavers(db, now)
  await startGrantReview(db, now)
}

/**
 * How long it is until a day begins in universal time, by which some data are forgotten, or in Latvia, by which
 * municipalities live; also in the nights in which clocks are turned.
 */
export function untilNextDay(now: Date): number {
  const inUniversalTime = DAY_MS - (now.getTime() % DAY_MS)
  const inLatvia = startOfDay(addDays(municipalDay(now), 1)).getTime() - now.getTime()
  return Math.min(inUniversalTime, inLatvia)
}

/**
 * Erases what may be kept no longer and does what a new day asks for: now, and each time a day is over.
 *
 * @param secret of the settings, for what is kept encrypted
 * @returns a function that stops it, after what is under way
 */
export function startUpkeep(db: Database, secret?: string): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let working: Promise<unknown> = Promise.resolve()
  const run = () => {
    const now = new Date()
    const erasing = erasePast(db, now).catch((error: unknown) => {
      reportFailure('What may be kept no longer could not be erased', error)
    })
    const beginning = beginDay(db, now, secret).catch((error: unknown) => {
      reportFailure('What a new day asks for could not be done', error)
    })
    working = Promise.all([erasing, beginning])
    timer = setTimeout(run, untilNextDay(now) + AFTER_MIDNIGHT_MS)
    timer.unref()
  }
  run()
  return async () => {
    clearTimeout(timer)
    await working
  }
}
