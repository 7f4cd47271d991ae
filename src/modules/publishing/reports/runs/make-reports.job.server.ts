import { z } from 'zod'
import { type Institution, institutionNear } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { filesFolder } from '#platform/files/files-folder.server.ts'
import { fileOf, keepFileWithin, type ReadyFile } from '#platform/files/keep-file.service.server.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { kindOf } from '#platform/log.server.ts'
import { LANGUAGES } from '#platform/texts/text.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { forInstitution } from '../content/index.ts'
import { drawReport } from '../draw.server.ts'
import type { BothLanguages, ReportRun, RunFile, RunItem } from '../model.ts'
import { intentOf } from '../report.service.server.ts'
import { inBothLanguages, readPublicData } from '../written.server.ts'
import { LONGEST_RUN_SECONDS } from './longest-run.ts'
import { findRun, findRunItems, itemRow, RUN_ITEMS } from './run-store.server.ts'

const FORMATS = ['pdf', 'docx'] as const
type Made = RunFile & { ready: ReadyFile }

/** What makes the report of one institution; tests put another in its place. */
export type Draw = typeof drawReport

/** What is to be done of a run. */
type Asked = { municipalityId: string; runId: string }
type Options = {
  progress?: (done: number, total: number) => Promise<void>
  signal?: AbortSignal
  folder?: string
  draw?: Draw
}

/**
 * Makes the reports of a run that wait, one after the other. The files of an institution and the note that they are
 * made are written together, so that a run which was killed goes on where it stood: nothing twice, nothing missing. One
 * that cannot be made is noted with the kind of the mistake, and the others go on.
 */
export async function makeRun(
  db: Database,
  { municipalityId, runId }: Asked,
  { progress, signal, folder = filesFolder(), draw = drawReport }: Options = {},
): Promise<void> {
  const keeper = operator(municipalityId)
  const { run, items, names } = await readAs(
    db,
    keeper,
    async (tx) => ({
      run: await findRun(tx, municipalityId, runId),
      items: await findRunItems(tx, municipalityId, runId),
      names: new Map((await findInstitutions(tx, municipalityId)).map((one) => [one.id, one])),
    }),
    { municipalityId },
  )
  if (!run) return
  const waiting = items.filter(({ state }) => state === 'waiting')
  if (waiting.length === 0) return
  // Read once for all, as everybody reads it.
  const data = await readAs(db, THE_PUBLIC, (tx) =>
    readPublicData(tx, municipalityId, { ...run, institutionId: null }),
  )
  let done = items.length - waiting.length
  for (const { institutionId } of waiting) {
    signal?.throwIfAborted()
    await progress?.(done, items.length)
    const of = { municipalityId, institutionId, name: nameOf(names.get(institutionId), run) }
    const made = await drawAll(of, { folder, draw }, () =>
      inBothLanguages(run.kind, forInstitution(data, institutionId)),
    ).catch((error: unknown) => {
      console.error(`A report of an institution could not be made in run ${runId}: ${kindOf(error)}`)
      return kindOf(error)
    })
    await keepItem(db, { municipalityId, runId, institutionId }, made)
    done += 1
  }
  await progress?.(done, items.length)
}

/** Makes the reports of many institutions in one go. */
export const makeReports = defineJob({
  name: 'publishing.makeReports',
  schema: z.object({ municipalityId: z.uuid(), runId: z.uuid() }),
  longestSeconds: LONGEST_RUN_SECONDS,
  run: (db, asked, { progress, signal, settings }) =>
    makeRun(db, asked, { progress, signal, folder: filesFolder(settings) }),
})

type Of = { municipalityId: string; institutionId: string; name: string }
type With = { folder: string; draw: Draw }

/** Every file of one institution; their contents are on the disk then, and nowhere named. */
async function drawAll(of: Of, { folder, draw }: With, write: () => BothLanguages): Promise<Made[]> {
  const report = write()
  const made: Made[] = []
  for (const language of LANGUAGES) {
    for (const format of FORMATS) {
      const name = `${of.name}-${language}.${format}`
      const bytes = await draw(report[language], format)
      const ready = await fileOf(
        {
          municipalityId: of.municipalityId,
          institutionId: of.institutionId,
          purpose: RUN_FILES,
          name,
          bytes,
        },
        folder,
      )
      if ('problem' in ready) throw new RangeError(`drawAll: a file is refused: ${ready.problem}`)
      made.push({ language, format, fileId: ready.row.id, name: ready.row.name, ready })
    }
  }
  return made
}

/** What files of runs are kept for. */
const RUN_FILES = 'publishing.run'

const nameOf = (institution: Institution | undefined, { kind, asOf, askedAt }: ReportRun) => {
  const day = asOf ?? askedAt.toISOString().slice(0, 10)
  const name = institution ? institutionNear(institution, day).name.lv : 'iestade'
  return `${name} ${kind === 'quality' ? 'kvalitāte' : 'rezultāti'} ${day}`
}

/** Notes what has become of an institution, with its files, in one change; whoever was quicker is not overwritten. */
async function keepItem(
  db: Database,
  { municipalityId, runId, institutionId }: Asked & { institutionId: string },
  made: Made[] | string,
) {
  const item: RunItem =
    typeof made === 'string'
      ? { institutionId, state: 'failed', problem: made, files: [] }
      : { institutionId, state: 'done', problem: null, files: made.map(({ ready, ...file }) => file) }
  await inChange(
    db,
    operator(municipalityId),
    { ...intentOf(municipalityId, runId), origin: 'computation', action: 'publishing.runMade' },
    async (tx, change) => {
      const before = (await findRunItems(tx, municipalityId, runId)).find(
        (one) => one.institutionId === institutionId,
      )
      if (before?.state !== 'waiting') return
      await revise(tx, change, RUN_ITEMS, [itemRow(runId, item)])
      if (typeof made !== 'string')
        await keepFileWithin(
          tx,
          change,
          made.map(({ ready }) => ready),
        )
    },
    { municipalityId },
  )
}
