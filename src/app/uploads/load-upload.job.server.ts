import { z } from 'zod'
import { findUserWithWork } from '#modules/people.server'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { enqueue } from '#platform/jobs/enqueue.server.ts'
import { AccountId, defineJob, type Work } from '#platform/jobs/job.ts'
import type { DeskPart } from '#platform/module.ts'
import { Refused } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { UploadFailure } from '#platform/uploads/tables.server.ts'
import { findRefusedUploads, refuseLoading, startLoading } from '#platform/uploads/upload-store.server.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { WrongCount } from './end-rows.server.ts'
import {
  commitUpload,
  type Decision,
  readUpload,
  type TellRows,
  type UploadOf,
} from './upload.service.server.ts'

/** Loads an upload with the rights that its sender has by then. Done twice it changes nothing. */
export const loadUploadJob = defineJob({
  name: 'app.loadUpload',
  schema: z.object({ municipalityId: z.uuid(), uploadId: z.uuid(), accountId: AccountId }),
  longestSeconds: 3600,
  run: async (db, { municipalityId, uploadId, accountId }, { progress }) => {
    const all = await readAs(db, THE_PUBLIC, (tx) => findMunicipalitiesOn(tx, municipalDay()))
    const municipality = all.find(({ id }) => id === municipalityId)
    if (!municipality) return
    const user = await findUserWithWork(db, accountId)
    const { tell, told } = tellOne(progress)
    try {
      await carryOut(db, user, { municipality, id: uploadId }, tell)
    } finally {
      await told()
    }
  },
})

/**
 * Asks for an upload to be loaded: what was decided, and the job that does it, are written together.
 *
 * @returns false when the upload has ended or its questions are not answered
 */
export async function askToLoad(
  db: Database,
  user: User,
  { municipality: { id: municipalityId }, id }: UploadOf,
  { why, ends }: Decision,
): Promise<boolean> {
  const notReady = new Error('the upload is not ready')
  const ask = async (tx: DatabaseTransaction) => {
    const data = { municipalityId, uploadId: id, accountId: user.id }
    const waiting = { municipalityId, accountId: user.id }
    const jobId = await enqueue(tx, loadUploadJob, data, { waiting })
    if (!(await startLoading(tx, { municipalityId, id }, { why, ends, jobId }))) throw notReady
    return true
  }
  return writeAs(db, user, ask, { municipalityId }).catch((error) => {
    if (error !== notReady) throw error
    return false
  })
}

/**
 * Loads an upload as was decided. What is refused is told to its sender and not tried again, since it would be refused
 * again; everything else that goes wrong is thrown and leaves the upload as it was, to be begun anew.
 */
export async function carryOut(db: Database, user: User, of: UploadOf, tell?: TellRows): Promise<void> {
  const found = await readUpload(db, user, of)
  if (found?.upload.state !== 'loading' || !found.upload.decision) return
  try {
    await commitUpload(db, user, of, found.upload.decision, tell)
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    const municipalityId = of.municipality.id
    await writeAs(db, user, (tx) => refuseLoading(tx, { municipalityId, id: of.id }, failure), {
      municipalityId,
    })
  }
}

/** So many problems are kept; the page of the upload tells all of them. */
const MOST_KEPT = 20

function failureOf(error: unknown): UploadFailure | undefined {
  if (error instanceof ImportRefused)
    return { kind: 'problems', problems: error.problems.slice(0, MOST_KEPT) }
  if (error instanceof WrongCount) return { kind: 'count', sheet: error.sheet, count: error.count }
  return error instanceof Refused ? { kind: 'refused' } : undefined
}

/**
 * Tells how far it is without waiting: the embedded database has one session, which the loading holds until it has
 * ended. One telling at a time is under way.
 */
function tellOne(progress: Work['progress']) {
  let last: Promise<void> | undefined
  const tell: TellRows = (done, total, note) => {
    last ??= progress(done, total ?? undefined, note)
      .catch(() => undefined)
      .finally(() => {
        last = undefined
      })
  }
  return { tell, told: async () => last }
}

/** Uploads that were refused while nobody looked, for their sender's first page. */
export async function refusedOnDesk(tx: DatabaseTransaction, user: User): Promise<DeskPart[]> {
  const rows = await findRefusedUploads(tx, user.id)
  return rows.map(({ municipality_id: municipalityId, id }) => ({
    municipalityId,
    label: 'app.data.desk.refused',
    address: `/dati/ielade/${id}`,
    isFailure: true,
  }))
}
