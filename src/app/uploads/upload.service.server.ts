import { readAs, writeAs } from '#platform/database/scope.server.ts'
import { tellPlanner } from '#platform/database/statistics.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { asImportProblem } from '#platform/import/database-problem.ts'
import { plainHeading } from '#platform/import/header.ts'
import { type ImportProblem, ImportRefused } from '#platform/import/problems.ts'
import type { Ids } from '#platform/module.ts'
import type { PartChoice } from '#platform/uploads/choices.ts'
import { sameColumns, usualMeaning } from '#platform/uploads/map-rows.ts'
import type { Mapping, Meaning } from '#platform/uploads/mapping.ts'
import { listPlaces } from '#platform/uploads/open-parts.server.ts'
import { factsOf, recognise } from '#platform/uploads/recognise.server.ts'
import type { UploadDecision, UploadResult } from '#platform/uploads/tables.server.ts'
import { unpackArchives } from '#platform/uploads/unpack.server.ts'
import {
  endUpload,
  findMapping,
  findUpload,
  findUploadedFiles,
  keepMapping,
  keepUpload,
  saveChoices,
  type Upload,
  type UploadedFile,
} from '#platform/uploads/upload-store.server.ts'
import { demand, may, type User } from '#platform/users.ts'
import { type Intent, inChange } from '#platform/write/change.server.ts'
import type { OfMunicipality } from '../export.server.ts'
import { keepUpWith } from '../keepers.server.ts'
import { loadingsOf, sheetsOf } from '../read-folder.server.ts'
import { type CheckedParts, checkParts } from './check-parts.server.ts'
import { endRows } from './end-rows.server.ts'
import { recallSheets } from './recall-sheets.server.ts'

export type UploadOf = { municipality: OfMunicipality; id: string }

/** The loading that a sheet belongs to. */
const loadingWith = (sheet: string) => loadingsOf('municipality').find(({ sheets }) => sheet in sheets)

/** Sheets that the user may load into a municipality, by name. */
export const sheetsFor = (user: User, municipalityId: string) =>
  Object.fromEntries(
    loadingsOf('municipality')
      .filter(({ capability }) => may(user, capability, { municipalityId }))
      .flatMap(({ sheets }) => Object.entries(sheets)),
  )

/** Whether the user may load anything. */
export const mayLoad = (user: User, municipalityId: string) =>
  Object.keys(sheetsFor(user, municipalityId)).length > 0

/**
 * Keeps files that somebody has sent, with a first guess of what they are. Nothing is loaded yet.
 *
 * @param id names this filling-in of the form: sent twice, the files are kept once
 * @returns files that cannot be opened, in which case nothing is kept
 */
export async function receiveUpload(
  db: Database,
  user: User,
  { municipality, id }: UploadOf,
  plan: string,
  sent: readonly UploadedFile[],
): Promise<ImportProblem[]> {
  const { files, broken: archives } = unpackArchives(sent)
  const { places, broken: workbooks } = listPlaces(files)
  const broken = [...archives, ...workbooks]
  if (broken.length > 0) return broken.map(({ name, complaint }) => ({ file: name, ...complaint }))
  const { dataset, ...sheets } = sheetsOf('municipality')
  const recognised = await recognise(files, places, sheets)
  const keep = async (tx: DatabaseTransaction) => {
    const asked = { municipalityId: municipality.id, files, sheets }
    const choices = { parts: await recallSheets(tx, asked, recognised) }
    await keepUpload(tx, { municipalityId: municipality.id, id, accountId: user.id, plan, choices }, files)
  }
  await writeAs(db, user, keep, within(municipality))
  return []
}

const within = ({ id }: OfMunicipality) => ({ municipalityId: id })

/** An upload of the user's own with its files; undefined when there is none. */
export function readUpload(db: Database, user: User, { municipality, id }: UploadOf) {
  const key = { municipalityId: municipality.id, id }
  return readAs(
    db,
    user,
    async (tx) => {
      const upload = await findUpload(tx, key)
      return upload && { upload, files: await findUploadedFiles(tx, key) }
    },
    within(municipality),
  )
}

/** Tables of the upload that its sender may not load, by name of the file. */
export const forbiddenFiles = (user: User, municipalityId: string, parts: readonly PartChoice[]): string[] =>
  parts.flatMap(({ sheet }) => {
    const loading = loadingWith(sheet)
    return loading && !may(user, loading.capability, { municipalityId })
      ? [loading.sheets[sheet]?.file ?? sheet]
      : []
  })

/** Keeps what was confirmed of how the tables are written, and proposes what their columns mean. */
export async function confirmRecognised(
  db: Database,
  user: User,
  { municipality, id }: UploadOf,
  files: readonly UploadedFile[],
  parts: readonly PartChoice[],
) {
  const sheets = sheetsOf('municipality')
  await writeAs(
    db,
    user,
    async (tx) => {
      const proposed: PartChoice[] = []
      for (const part of parts) {
        const sheet = sheets[part.sheet]
        if (!sheet) {
          proposed.push({ ...part, mapping: null })
          continue
        }
        const { headings } = await factsOf(files, part)
        const kept = await findMapping(tx, { municipalityId: municipality.id, sheet: part.sheet, headings })
        const mapping = kept ?? { columns: sameColumns(sheet, headings, plainHeading), values: {}, marks: {} }
        proposed.push({ ...part, mapping })
      }
      await saveChoices(tx, { municipalityId: municipality.id, id }, 'recognised', { parts: proposed })
    },
    within(municipality),
  )
}

/** Keeps what columns and values mean: for this upload, and for the next file with the same headings. */
export async function confirmMapping(
  db: Database,
  user: User,
  { municipality, id }: UploadOf,
  files: readonly UploadedFile[],
  parts: readonly PartChoice[],
) {
  await writeAs(
    db,
    user,
    async (tx) => {
      for (const part of parts) {
        if (part.sheet === '' || !part.mapping) continue
        const { headings } = await factsOf(files, part)
        const key = { municipalityId: municipality.id, sheet: part.sheet, headings }
        await keepMapping(tx, key, part.mapping)
      }
      await saveChoices(tx, { municipalityId: municipality.id, id }, 'mapped', { parts })
    },
    within(municipality),
  )
}

/** The meaning of every mark that has one, by what was decided or goes without saying. */
export const meaningOf = ({ marks }: Pick<Mapping, 'marks'>, mark: string): Meaning | undefined =>
  marks[mark] ?? usualMeaning(mark)

/** What the upload would change, and what is wrong with it. Nothing is written. */
export const rehearseUpload = (
  db: Database,
  user: User,
  municipality: OfMunicipality,
  { plan, choices }: Pick<Upload, 'plan' | 'choices'>,
  files: readonly UploadedFile[],
): Promise<CheckedParts> =>
  readAs(
    db,
    user,
    (tx) => checkParts(tx, files, { municipality, plan, parts: choices.parts }),
    within(municipality),
  )

export type Decision = Pick<UploadDecision, 'why' | 'ends'> & { at?: Date }

/** Told how many rows of how many are written; null while nobody knows. */
export type TellRows = (done: number, total: number | null, note: LoadingStage) => void
export type LoadingStage = 'app.data.loading.read' | 'app.data.loading.write' | 'app.data.loading.workOut'

/** Somebody, or the same person in another window, has ended the upload before. */
class EndedBefore extends Error {}

/**
 * Loads an upload, all or nothing: the rows, the end of those that were counted, and that the upload is done with are one
 * transaction. Everything is read and checked once more after the lock on the municipality's data is held, so that two
 * uploads at once do not undo each other. Loading the same upload again answers what was done the first time.
 *
 * @throws ImportRefused when the files no longer fit what is stored; WrongCount when another number of rows would end
 */
export async function commitUpload(
  db: Database,
  user: User,
  { municipality, id }: UploadOf,
  decision: Decision,
  tell: TellRows = () => undefined,
): Promise<UploadResult | undefined> {
  const found = await readUpload(db, user, { municipality, id })
  if (!found) return undefined
  const { upload, files } = found
  if (upload.result || upload.state === 'dropped') return upload.result ?? undefined
  for (const { sheet } of upload.choices.parts) {
    const loading = loadingWith(sheet)
    if (loading) demand(user, loading.capability, { municipalityId: municipality.id })
  }
  try {
    return await loadUpload(db, user, { municipality, upload, files }, decision, tell)
  } catch (error) {
    if (!(error instanceof EndedBefore)) throw error
    const again = await readUpload(db, user, { municipality, id })
    return again?.upload.result ?? undefined
  }
}

type Loaded = { municipality: OfMunicipality; upload: Upload; files: readonly UploadedFile[] }

async function loadUpload(
  db: Database,
  user: User,
  { municipality, upload, files }: Loaded,
  { why, ends, at = new Date() }: Decision,
  tell: TellRows,
): Promise<UploadResult> {
  const { plan, id, choices } = upload
  const key = { municipalityId: municipality.id, id }
  const isPublic = await readAs(db, user, (tx) => isPlanPublic(tx, plan, municipality), within(municipality))
  const intent: Intent = {
    municipalityId: municipality.id,
    stream: 'figures',
    origin: 'import',
    action: 'data.imported',
    subject: plan,
    why,
    detail: { upload: id },
    isPublic,
    at,
  }
  tell(0, null, 'app.data.loading.read')
  let result: UploadResult = { added: 0, changed: 0, ended: 0, changeId: null }
  const { added, changed } = await inChange(
    db,
    user,
    intent,
    async (tx, change) => {
      const { content, problems, changes } = await checkParts(tx, files, {
        municipality,
        plan,
        parts: choices.parts,
      })
      if (problems.length > 0) throw new ImportRefused(problems)
      const total = changes.reduce((sum, one) => sum + one.added.length + one.changed.length, 0)
      let done = 0
      tell(done, total, 'app.data.loading.write')
      change.tell = (rows) => {
        done = Math.min(total, done + rows)
        tell(done, total, 'app.data.loading.write')
      }
      const ids: Ids = new Map()
      try {
        for (const loading of loadingsFor(content, choices.parts))
          await loading.write(tx, change, content.rows, ids)
      } catch (error) {
        const problem = asImportProblem(error, sheetsOf('municipality'), content.rows)
        throw problem ? new ImportRefused([problem]) : error
      }
      const ended = await endRows(tx, change, plan, changes, ends)
      for (const { settle } of loadingsFor(content, choices.parts)) await settle?.(tx, change)
      result = { ...change.counts, ended, changeId: change.id }
      if (change.counts.added + change.counts.changed === 0) return
      if (!(await endUpload(tx, key, 'committed', result))) throw new EndedBefore()
    },
    within(municipality),
  )
  if (added + changed === 0) {
    result = { added: 0, changed: 0, ended: 0, changeId: null }
    const end = (tx: DatabaseTransaction) => endUpload(tx, key, 'committed', result)
    if (!(await writeAs(db, user, end, within(municipality)))) throw new EndedBefore()
    return result
  }
  tell(added + changed, added + changed, 'app.data.loading.workOut')
  await tellPlanner(db, { added, changed })
  await keepUpWith(db, municipality.id)
  return result
}

/** Before there is a plan only tables that belong to none are written, such as institutions. */
function loadingsFor({ rows }: CheckedParts['content'], parts: readonly PartChoice[]) {
  const all = loadingsOf('municipality')
  const isSent = ({ sheets }: (typeof all)[number]) => parts.some(({ sheet }) => sheet in sheets)
  return (rows.strategy ?? []).length > 0 ? all : all.filter(isSent)
}

async function isPlanPublic(tx: DatabaseTransaction, plan: string, { id }: OfMunicipality): Promise<boolean> {
  const row = await tx
    .selectFrom('strategy.strategy')
    .select('is_public')
    .where('municipality_id', '=', id)
    .where('key', '=', plan)
    .executeTakeFirst()
  return row?.is_public ?? false
}

/** Forgets an upload and its files. */
export const dropUpload = (db: Database, user: User, { municipality, id }: UploadOf) =>
  writeAs(
    db,
    user,
    (tx) => endUpload(tx, { municipalityId: municipality.id, id }, 'dropped', null),
    within(municipality),
  )
