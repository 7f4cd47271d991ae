// node tests/growth/show-planted.ts <module>, in a copy of the repository: what the product shows of a planted module.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrate } from '#platform/database/migrate.server.ts'
import { overPGlite, pgliteOptions } from '#platform/database/open.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { type ImportProblem, ImportRefused } from '#platform/import/problems.ts'
import { type Imported, importFolder } from '../../src/app/import.server.ts'
import { municipalityMenu } from '../../src/app/menu.server.ts'
import { textIn } from '../../src/app/texts.server.ts'
import { askJson } from '../api/ask.ts'

/** What a test wants to know of a planted module. */
export type Shown = {
  /** Sections of Liepāja's pages, by address. */
  menu: Record<string, string>
  /** What loading says of a row that points at nothing. */
  problems: readonly ImportProblem[]
  loaded: Lists
  /** After the reading that leaps was taken out of its file. */
  withdrawing: Imported
  withdrawn: Lists
}
type Lists = {
  readings: { measure: string; period: string; value: number }[]
  findings: { id: string; family: string; severity: string; pages: string[] }[]
}

const DATA = 'data/liepaja-2020-2025'
const LEAP = 'f,2024/2025,140\n'

const [, , name = ''] = process.argv
const file = `${name}-readings.csv`
const open = overPGlite(await PGlite.create(pgliteOptions))
const folder = await mkdtemp(join(tmpdir(), 'izaugsme-planted-'))
try {
  await migrate(open)
  console.log(JSON.stringify(await show(open.db)))
} finally {
  await open.close()
  await rm(folder, { recursive: true })
}

async function show(db: Database): Promise<Shown> {
  await importFolder(db, 'data/latvia')
  await cp(DATA, folder, { recursive: true })
  const readings = await readFile(join(DATA, file), 'utf8')
  await writeFile(join(folder, file), `${readings}z,2024/2025,1\n`)
  const refusal = await importFolder(db, folder).catch((error: unknown) => error)
  if (!(refusal instanceof ImportRefused)) throw refusal
  await importFolder(db, DATA)
  const loaded = await readLists(db)
  await writeFile(join(folder, file), readings.replace(LEAP, ''))
  const withdrawing = await importFolder(db, folder, { withdraw: 1 })
  const links = municipalityMenu({ text: textIn('lv'), path: (address) => address }, 'liepaja')
  return {
    menu: Object.fromEntries(links.map(({ address, label }) => [address, label])),
    problems: refusal.problems,
    loaded,
    withdrawing,
    withdrawn: await readLists(db),
  }
}

async function readLists(db: Database): Promise<Lists> {
  const readings = await askJson(db, `/municipalities/liepaja/${name}-readings`)
  const findings = await askJson(db, `/municipalities/liepaja/findings?family=${name}`)
  return { readings: readings.items, findings: findings.items }
}
