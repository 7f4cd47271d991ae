import { readFile, writeFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { pgliteOptions } from '#platform/database/open.server.ts'
import { keep, keyOf } from './kept.ts'

/** Dump of an embedded database in which nothing is: its first start, which takes seconds, is behind it. */
export async function keepEmptyDump(): Promise<string> {
  return keep('pglite-empty', keyOf(['package-lock.json']), async (path) => {
    await dumpTo(path, await PGlite.create(pgliteOptions))
  })
}

/** An embedded database with what a dump holds, in memory or in a new folder. */
export async function openDump(path: string, dataDir?: string): Promise<PGlite> {
  const loadDataDir = new Blob([await readFile(path)])
  return PGlite.create({ ...pgliteOptions, loadDataDir, ...(dataDir ? { dataDir } : {}) })
}

/** Writes what a database holds into a file and closes the database. */
export async function dumpTo(path: string, pglite: PGlite): Promise<void> {
  const dump = await pglite.dumpDataDir('none')
  await writeFile(path, Buffer.from(await dump.arrayBuffer()))
  await pglite.close()
}
