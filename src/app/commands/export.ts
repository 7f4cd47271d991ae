import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import {
  type Exported,
  exportCountry,
  exportPlan,
  exportWorkbook,
  findPlans,
  tableCsv,
} from '../export.server.ts'
import type { Command } from './command.ts'
import { readFormat } from './read-options.ts'

/** Writes out everything that is stored of a municipality, as files that can be loaded again. */
export const exportCommand: Command = {
  summary: 'app.cli.export',
  help: 'app.cli.export.help',
  operands: ['app.cli.municipality', 'app.cli.folder'],
  options: ['format'],
  async run([slug = '', given = ''], { folder: from, text, tell, complain, withOpenDatabase }, options) {
    const format = readFormat(options.format, text)
    const folder = resolve(from, given)
    const found = await readdir(folder).catch(() => [])
    if (found.length > 0) {
      complain(text('app.cli.new.exists', { folder, found: found.slice(0, 3).join(', ') }))
      return 1
    }
    return withOpenDatabase(async ({ db }) => {
      const exports = await everythingOf(db, slug)
      if (!exports) {
        complain(text('app.cli.export.unknown', { found: slug }))
        return 1
      }
      for (const exported of exports) {
        // Files of two plans have the same names.
        const inside = exports.length > 1 ? join(folder, exported.name) : folder
        await mkdir(inside, { recursive: true })
        const rows = await write(inside, exported, format)
        tell(text('app.cli.export.done', { count: rows, name: exported.name, folder: inside }))
      }
      return 0
    })
  },
}

const THE_COUNTRY = 'latvija'

async function everythingOf(db: Database, slug: string): Promise<Exported[] | undefined> {
  if (slug === THE_COUNTRY) return [await exportCountry(db)]
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  if (!municipality) return undefined
  const user = operator(municipality.id)
  const plans = await findPlans(db, user, municipality)
  const exports: Exported[] = []
  for (const plan of plans) exports.push(await exportPlan(db, user, municipality, plan))
  return exports.length > 0 ? exports : undefined
}

/** Answers the number of rows. */
async function write(folder: string, exported: Exported, format: ReturnType<typeof readFormat>) {
  const { tables, name } = exported
  if (format === 'xlsx') await writeFile(join(folder, `${name}.xlsx`), await exportWorkbook(exported))
  else {
    for (const table of tables) await writeFile(join(folder, table.sheet.file), tableCsv(table, 'machine'))
  }
  return tables.reduce((sum, { rows }) => sum + rows.length, 0)
}
