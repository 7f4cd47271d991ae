import { z } from 'zod'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { UnsendableLetter } from '#platform/mail/letter.ts'
import { operator } from '#platform/users.ts'
import { type Intent, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { Delivery } from './answer.ts'
import { writeAnswerLetter } from './answer-letter.ts'
import { findMessage, type Message } from './message-store.server.ts'
import { isMailAddress } from './report.ts'

/** Sends the answer to a message to who has sent it, in that person's language. */
export const mailAnswer = defineJob({
  name: 'work.mailAnswer',
  schema: z.object({ municipalityId: z.uuid(), reportId: z.uuid() }),
  run: async (db, { municipalityId, reportId }, { post, settings }) => {
    const message = await readAs(db, operator(), (tx) => findMessage(tx, municipalityId, reportId))
    // The contact may have been erased meanwhile, and what was sent is not sent again.
    if (!message?.answer || message.answer.delivery === 'sent') return
    if (!isMailAddress(message.contact)) return note(db, municipalityId, message, 'none')
    try {
      await post({
        ...writeAnswerLetter(message, message.answer.content, settings.address ?? null),
        to: { name: '', address: message.contact },
        kind: 'work.answer',
        messageId: `answer-${reportId}`,
      })
    } catch (error) {
      // An address that nothing would reach stands on the first page of who answers; the rest is tried again.
      await note(db, municipalityId, message, 'failed')
      if (error instanceof UnsendableLetter) return
      throw error
    }
    await note(db, municipalityId, message, 'sent')
  },
})

async function note(db: Database, municipalityId: string, message: Message, delivery: Delivery) {
  const { id, answer, language } = message
  if (!answer || answer.delivery === delivery) return
  const intent: Intent = {
    municipalityId,
    stream: 'messages',
    origin: 'computation',
    action: `answer.${delivery}`,
    subject: id,
    isPublic: false,
    at: new Date(),
  }
  const row = { report_id: id, content: answer.content, language, delivery }
  await inChange(db, operator(), intent, (tx, change) =>
    revise(tx, change, { table: 'work.answer', key: ['report_id'] }, [row]),
  )
}
