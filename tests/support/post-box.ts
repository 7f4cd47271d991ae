import { afterEach } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Letter } from '#platform/mail/letter.ts'
import { readSettings } from '#platform/settings.server.ts'
import { mailNotification } from '../../src/modules/work/mail-notification.server.ts'
import { findNotifications } from '../../src/modules/work/notification-store.server.ts'

/** Where letters of a file of tests arrive instead of leaving; emptied after each test. */
export function openPostBox() {
  const letters: Letter[] = []
  afterEach(() => void letters.splice(0))
  const settings = readSettings({ IZAUGSME_ADDRESS: 'https://izaugsme.example' })
  const post = async (letter: Letter) => void letters.push(letter)
  const work = { post, settings } as unknown as Parameters<typeof mailNotification.run>[2]
  return {
    letters,
    /** Throws away what has arrived so far. */
    empty: () => void letters.splice(0),
    /** Sends what waits to be sent to an account, as the job does. */
    async sendAll(db: Database, municipalityId: string, id: string) {
      for (const one of await findTold(db, id))
        await mailNotification.run(db, { municipalityId, id: one.id }, work)
    },
  }
}

/** What an account was told, the newest first. */
export const findTold = (db: Database, id: string) =>
  readAs(db, { id, kind: 'member', grants: [] }, (tx) => findNotifications(tx, id))
