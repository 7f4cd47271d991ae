import { createHash } from 'node:crypto'
import type { Db } from '../database/types.server.ts'
import type { Choices } from './choices.ts'
import type { Mapping } from './mapping.ts'
import type {
  UploadDecision,
  UploadFailure,
  UploadResult,
  UploadState,
  UploadTables,
} from './tables.server.ts'

type Own = Db<UploadTables>
type Key = { municipalityId: string; id: string }

/** An upload without its bytes. */
export type Upload = Key & {
  plan: string
  state: UploadState
  choices: Choices
  result: UploadResult | null
  /** Of an upload that is being loaded. */
  decision: UploadDecision | null
  /** Of one whose last loading was refused. */
  failure: UploadFailure | null
  createdAt: Date
}

export type UploadedFile = { name: string; bytes: Uint8Array }

/** Keeps files that were sent. Sent twice under the same id they are kept once. */
export async function keepUpload(
  tx: Own,
  {
    municipalityId,
    id,
    accountId,
    plan,
    choices,
  }: Key & { accountId: string; plan: string; choices: Choices },
  files: readonly UploadedFile[],
) {
  const kept = await tx
    .insertInto('platform.upload')
    .values({
      municipality_id: municipalityId,
      id,
      account_id: accountId,
      plan,
      state: 'received',
      choices: JSON.stringify(choices) as unknown as Choices,
      result: null,
      decision: null,
      failure: null,
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!kept) return
  for (const [number, { name, bytes }] of files.entries()) {
    await tx
      .insertInto('platform.upload_file')
      .values({
        municipality_id: municipalityId,
        upload_id: id,
        number,
        account_id: accountId,
        name,
        content: Buffer.from(bytes),
      })
      .execute()
  }
}

const selectUploads = (tx: Own) =>
  tx
    .selectFrom('platform.upload')
    .select([
      'municipality_id',
      'id',
      'plan',
      'state',
      'choices',
      'result',
      'decision',
      'failure',
      'created_at',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectUploads>['executeTakeFirstOrThrow']>>
const asUpload = (row: Row): Upload => ({
  municipalityId: row.municipality_id,
  id: row.id,
  plan: row.plan,
  state: row.state,
  choices: row.choices,
  result: row.result,
  decision: row.decision,
  failure: row.failure,
  createdAt: row.created_at,
})

/** The reader's own uploads that are not done with, the newest first. */
export async function findOpenUploads(tx: Own, municipalityId: string): Promise<Upload[]> {
  const rows = await selectUploads(tx)
    .where('municipality_id', '=', municipalityId)
    .where('state', 'in', ['received', 'recognised', 'mapped', 'loading'])
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(asUpload)
}

export async function findUpload(tx: Own, { municipalityId, id }: Key): Promise<Upload | undefined> {
  const row = await selectUploads(tx)
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asUpload(row)
}

export async function findUploadedFiles(tx: Own, { municipalityId, id }: Key): Promise<UploadedFile[]> {
  const rows = await tx
    .selectFrom('platform.upload_file')
    .select(['name', 'content'])
    .where('municipality_id', '=', municipalityId)
    .where('upload_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map(({ name, content }) => ({ name, bytes: new Uint8Array(content) }))
}

/** Notes how far an upload has come and what was decided. */
export async function saveChoices(
  tx: Own,
  { municipalityId, id }: Key,
  state: UploadState,
  choices: Choices,
) {
  await tx
    .updateTable('platform.upload')
    .set({
      state,
      choices: JSON.stringify(choices) as unknown as Choices,
      failure: null,
      changed_at: new Date(),
    })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', 'in', ['received', 'recognised', 'mapped'])
    .execute()
}

/**
 * Notes that an upload is to be loaded, and as what.
 *
 * @returns false when it is not as far, or has ended
 */
export async function startLoading(tx: Own, { municipalityId, id }: Key, decision: UploadDecision) {
  const { numUpdatedRows } = await tx
    .updateTable('platform.upload')
    .set({
      state: 'loading',
      decision: JSON.stringify(decision) as unknown as UploadDecision,
      failure: null,
      changed_at: new Date(),
    })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', 'in', ['mapped', 'loading'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Notes why an upload was not loaded; it waits for another decision. */
export async function refuseLoading(tx: Own, { municipalityId, id }: Key, failure: UploadFailure) {
  await tx
    .updateTable('platform.upload')
    .set({
      state: 'mapped',
      decision: null,
      failure: JSON.stringify(failure) as unknown as UploadFailure,
      changed_at: new Date(),
    })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', '=', 'loading')
    .execute()
}

/** The reader's own uploads whose loading was refused, wherever they were sent. */
export const findRefusedUploads = (tx: Own, accountId: string) =>
  tx
    .selectFrom('platform.upload')
    .select(['municipality_id', 'id'])
    .where('account_id', '=', accountId)
    .where('state', '=', 'mapped')
    .where('failure', 'is not', null)
    .orderBy('changed_at')
    .execute()

/**
 * Ends an upload and erases its bytes.
 *
 * @returns false when it had ended before
 */
export async function endUpload(
  tx: Own,
  { municipalityId, id }: Key,
  state: 'committed' | 'dropped',
  result: UploadResult | null,
): Promise<boolean> {
  const ended = await tx
    .updateTable('platform.upload')
    .set({
      state,
      result: result && (JSON.stringify(result) as unknown as UploadResult),
      changed_at: new Date(),
    })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', 'in', ['received', 'recognised', 'mapped', 'loading'])
    .returning('id')
    .executeTakeFirst()
  if (!ended) return false
  await tx
    .deleteFrom('platform.upload_file')
    .where('municipality_id', '=', municipalityId)
    .where('upload_id', '=', id)
    .execute()
  return true
}

/** Erases what was left lying for two weeks. */
export async function eraseOldUploads(tx: Own, now: Date) {
  const before = new Date(now.getTime() - ERASED_AFTER_MS)
  await tx.deleteFrom('platform.upload').where('changed_at', '<', before).execute()
}
const ERASED_AFTER_MS = 14 * 24 * 3600 * 1000

/** Files with the same headings come from the same place. */
const headingsKey = (headings: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(headings)).digest('hex')

type MappingKey = { municipalityId: string; sheet: string; headings: readonly string[] }

/** What was decided of a file with the same headings. */
export async function findMapping(
  tx: Own,
  { municipalityId, sheet, headings }: MappingKey,
): Promise<Mapping | undefined> {
  const row = await tx
    .selectFrom('platform.import_mapping')
    .select('mapping')
    .where('municipality_id', '=', municipalityId)
    .where('sheet', '=', sheet)
    .where('headings', '=', headingsKey(headings))
    .executeTakeFirst()
  return row?.mapping
}

/**
 * Which sheets tables with some headings were taken for, the latest first.
 *
 * @param headings rows that may be the headings of one table
 * @returns the sheet, and which of the rows was the headings
 */
export async function findMappedSheets(
  tx: Own,
  municipalityId: string,
  headings: readonly (readonly string[])[],
): Promise<{ sheet: string; row: number }[]> {
  if (headings.length === 0) return []
  const hashes = headings.map(headingsKey)
  const rows = await tx
    .selectFrom('platform.import_mapping')
    .select(['sheet', 'headings'])
    .where('municipality_id', '=', municipalityId)
    .where('headings', 'in', hashes)
    .orderBy('changed_at', 'desc')
    .orderBy('sheet')
    .execute()
  return rows.map(({ sheet, headings: hash }) => ({ sheet, row: hashes.indexOf(hash) }))
}

export async function keepMapping(tx: Own, key: MappingKey, mapping: Mapping) {
  const stored = JSON.stringify(mapping) as unknown as Mapping
  await tx
    .insertInto('platform.import_mapping')
    .values({
      municipality_id: key.municipalityId,
      sheet: key.sheet,
      headings: headingsKey(key.headings),
      mapping: stored,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'sheet', 'headings'])
        .doUpdateSet({ mapping: stored, changed_at: new Date() }),
    )
    .execute()
}
