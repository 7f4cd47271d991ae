import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exampleFile } from '#platform/import/examples.ts'
import { sheetsOf } from '../../src/app/read-folder.server.ts'

/** Rows of the files of a municipality, by the names of their sheets in code; cells that are left out are empty. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>

/** The same words in both languages. */
export const twice = (name: string, text: string) => ({ [`${name}_lv`]: text, [`${name}_en`]: text })

/** Writes rows into the files of a folder; files that are not named stay as they were. */
export async function writeRows(folder: string, files: Rows): Promise<void> {
  const sheets = sheetsOf('municipality')
  for (const [name, rows] of Object.entries(files)) {
    const sheet = sheets[name]
    if (sheet === undefined) throw new Error(`no sheet is called ${name}`)
    await writeFile(join(folder, sheet.file), exampleFile(sheet, { about: 'app.sheet.dataset', rows }))
  }
}
