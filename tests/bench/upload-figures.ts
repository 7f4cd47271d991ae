import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { importFolder } from '../../src/app/import.server.ts'
import { commitUpload, rehearseUpload } from '../../src/app/uploads/upload.service.server.ts'
import { fileOf, prepareUpload } from '../support/uploads.ts'

/** Files that name figures: they wait until the figures are there. */
const ABOUT_FIGURES = ['baselines.csv', 'survey-results.csv', 'survey-means.csv']

/** Loads a plan without its figures, and prepares an upload of these as it is done in the browser, up to the last step. */
export async function prepareFigures(db: Database, folder: string, file: string) {
  const [, place = ''] = (await readFile(join(folder, 'dataset.csv'), 'utf8')).trim().split('\n')
  const [slug = '', plan = ''] = place.split(',')
  for (const one of [file, ...ABOUT_FIGURES]) await rename(join(folder, one), join(folder, `../${one}`))
  await importFolder(db, folder)
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  if (!found) throw new Error(`${slug} is not there`)
  const municipality = { id: found.id, slug }
  const scope = { kind: 'municipality', municipalityId: found.id } as const
  const user: User = { id: `head-${uuidv7()}`, kind: 'member', grants: [{ role: 'educationHead', scope }] }
  const sent = fileOf(file, await readFile(join(folder, `../${file}`)))
  const { of, upload, files } = await prepareUpload(db, user, { municipality, plan }, [sent])
  return {
    /** What the page shows before anything is decided. */
    rehearse: () => rehearseUpload(db, user, municipality, upload, files),
    commit: (tellStage: (stage: string) => void) =>
      commitUpload(db, user, of, { why: 'Skaitļi', ends: {} }, (_, __, note) => {
        if (note === 'app.data.loading.write') tellStage('write')
        if (note === 'app.data.loading.workOut') tellStage('workOut')
      }),
  }
}
