import { v7 as uuidv7 } from 'uuid'
import type { Database } from '#platform/database/types.server.ts'
import type { PartChoice } from '#platform/uploads/choices.ts'
import type { UploadedFile } from '#platform/uploads/upload-store.server.ts'
import type { User } from '#platform/users.ts'
import {
  confirmMapping,
  confirmRecognised,
  readUpload,
  receiveUpload,
} from '../../src/app/uploads/upload.service.server.ts'

type To = { municipality: { id: string; slug: string }; plan: string }

export const fileOf = (name: string, content: string | Uint8Array): UploadedFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})

/**
 * An upload that has gone through both questions with what is proposed, unless told otherwise: all that is left is to
 * decide.
 *
 * @throws Error when a file cannot be opened
 */
export async function prepareUpload(
  db: Database,
  user: User,
  { municipality, plan }: To,
  sent: readonly UploadedFile[],
  alter: (part: PartChoice) => PartChoice = (part) => part,
) {
  const of = { municipality, id: uuidv7() }
  const broken = await receiveUpload(db, user, of, plan, sent)
  if (broken.length > 0) throw new Error(JSON.stringify(broken))
  const read = async () => {
    const found = await readUpload(db, user, of)
    if (!found) throw new Error('prepareUpload: the upload is gone')
    return found
  }
  const { upload: received, files } = await read()
  const recognised = received.choices.parts
  const confirmed = recognised.map((part) => ({ ...part, isEncodingConfirmed: true }))
  await confirmRecognised(db, user, of, files, confirmed)
  await confirmMapping(db, user, of, files, (await read()).upload.choices.parts.map(alter))
  return { ...(await read()), user, of, recognised }
}
