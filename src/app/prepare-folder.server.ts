import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { datasetSheets } from '#platform/import/dataset.ts'
import { type Example, exampleFile } from '#platform/import/examples.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { loadingsOf } from './read-folder.server.ts'

/** Files with which one begins: whose data they are, the plan, what is measured, and the figures. */
const TO_BEGIN: readonly string[] = ['dataset', 'strategy', 'indicators', 'series', 'observations']
/** Where the others lie until they are wanted. */
export const MORE = 'papildus'

const DATASET: Example = {
  about: 'app.sheet.dataset',
  rows: [{ municipality: 'ventspils', strategy: 'ventspils-2026-2029', public: 'no' }],
}

/** A file that was written, and what it is for. */
export type Prepared = { file: string; about: TextKey }

type Described = { name: string; sheet: Sheet; example: Example }

/** Every file of a municipality's folder, in the order of the modules, with how it is written. */
export function describedSheets(): Described[] {
  const ofModules = loadingsOf('municipality').flatMap(({ sheets, examples = {} }) =>
    Object.entries(sheets).flatMap(([name, sheet]) => {
      const example = examples[name]
      return example ? [{ name, sheet, example }] : []
    }),
  )
  return [{ name: 'dataset', sheet: datasetSheets.dataset, example: DATASET }, ...ofModules]
}

/**
 * Writes a folder of files with their headings and an example row each. Those that suffice to begin stand in the
 * folder itself, and can be loaded as they are.
 *
 * @throws FolderHasSomething before anything is written
 */
export async function prepareFolder(folder: string): Promise<{ toBegin: Prepared[]; more: Prepared[] }> {
  await demandEmpty(folder)
  const all = describedSheets()
  const toBegin = TO_BEGIN.flatMap((wanted) => all.find(({ name }) => name === wanted) ?? [])
  const more = all.filter((one) => !toBegin.includes(one))
  await mkdir(join(folder, MORE), { recursive: true })
  for (const { sheet, example } of toBegin)
    await writeFile(join(folder, sheet.file), exampleFile(sheet, example))
  for (const { sheet, example } of more)
    await writeFile(join(folder, MORE, sheet.file), exampleFile(sheet, example))
  return { toBegin: toBegin.map(asPrepared), more: more.map(asPrepared) }
}

/** @throws FolderHasSomething when anything is there that could be overwritten */
export async function demandEmpty(folder: string) {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (found.length > 0) throw new FolderHasSomething(found)
}

const asPrepared = ({ sheet, example }: Described): Prepared => ({ file: sheet.file, about: example.about })

/** A folder is prepared only where nothing can be overwritten. */
export class FolderHasSomething extends Error {
  readonly found: readonly string[]

  constructor(found: readonly string[]) {
    super(`the folder has ${found.join(', ')}`)
    this.found = found
  }
}
