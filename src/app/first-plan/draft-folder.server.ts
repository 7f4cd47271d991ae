import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCsv } from '#platform/csv.ts'
import type { DraftFiles } from '#platform/draft-dataset/tables.server.ts'
import { sheetsOf } from '../read-folder.server.ts'

/**
 * Lets work be done with a draft as the folder of files that loading reads, so that a draft is checked, shown and
 * published by what checks and loads every folder. Files without rows are left out.
 */
export async function withDraftFolder<Result>(
  files: DraftFiles,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-draft-'))
  try {
    for (const { file, columns } of Object.values(sheetsOf('municipality'))) {
      const rows = files[file] ?? []
      if (rows.length === 0) continue
      const names = Object.keys(columns)
      const cells = rows.map((row) => names.map((name) => row[name]))
      await writeFile(join(folder, file), writeCsv(names, cells))
    }
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
