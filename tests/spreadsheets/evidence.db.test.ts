import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, vi } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { findFile } from '#platform/files/file-store.server.ts'
import { keepFile } from '#platform/files/keep-file.service.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { openWorkbook, workbookRows } from '#platform/workbook/read-workbook.server.ts'
import { partText } from '#platform/workbook/zip-parts.ts'
import { exportPlan } from '../../src/app/export.server.ts'
import { type ImportOptions, importFolder } from '../../src/app/import.server.ts'
import { sheetsOf } from '../../src/app/read-folder.server.ts'
import { templateWorkbook } from '../../src/app/template.server.ts'
import { textIn } from '../../src/app/texts.server.ts'
import { commitUpload, rehearseUpload } from '../../src/app/uploads/upload.service.server.ts'
import { ask, askJson, STRATEGY } from '../api/ask.ts'
import { test as databaseTest } from '../support/database.ts'
import { memberOf, municipalityIdOf } from '../support/editors.ts'
import { fileOf, prepareUpload } from '../support/uploads.ts'
import { writeCsv } from '../support/write-csv.ts'

type Row = Readonly<Record<string, string>>

const COLUMNS = [
  ...['action', 'code', 'as_of', 'kind', 'title_lv', 'title_en', 'url', 'institution', 'works', 'done_on'],
  ...['source', 'locator', 'file'],
]
const tableOf = (rows: readonly Row[], columns = COLUMNS) =>
  writeCsv(rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? '']))))
const LINK = {
  action: '1.1.2',
  code: 'p1',
  as_of: '2024/2025',
  kind: 'document',
  title_lv: 'Protokols',
  url: 'https://example.lv/p',
}
const ACT = { action: '1.1.2', code: 'p2', kind: 'photo', title_lv: 'Nodošanas akts' }

/** Liepāja’s folder, and files that were handed in: as evidence, for something else, and elsewhere. */
const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-evidence-'))
  vi.stubEnv('IZAUGSME_DATA', join(folder, 'var'))
  onCleanup(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true, force: true })
  })
  await cp('data/liepaja-2020-2025', join(folder, 'liepaja'), { recursive: true })
  const [id, other] = [await municipalityIdOf(db, 'liepaja'), await municipalityIdOf(db, 'ventspils')]
  const keep = async (municipalityId: string, purpose: string, text: string) => {
    const bytes = new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`)
    const file = { municipalityId, purpose, name: `${text}.pdf`, bytes }
    const kept = await keepFile(db, operator(municipalityId), file)
    if ('problem' in kept) throw new Error(kept.problem)
    return kept.id
  }
  return {
    id,
    folder: join(folder, 'liepaja'),
    file: await keep(id, 'strategy.evidence', 'akts'),
    ofCase: await keep(id, 'support.case', 'lieta'),
    elsewhere: await keep(other, 'strategy.evidence', 'cits'),
  }
})
type Town = { id: string; folder: string }

async function load(db: Database, { folder }: Town, text: string, options?: ImportOptions) {
  await writeFile(join(folder, 'action-evidence.csv'), text)
  return importFolder(db, folder, options)
}
const problemsOf = (loading: Promise<unknown>) =>
  loading.then(
    () => [],
    ({ problems }) => problems,
  )
const isPublic = async (db: Database, { id }: Town, file: string) =>
  (await readAs(db, THE_PUBLIC, (tx) => findFile(tx, id, file))) !== undefined

describe('evidence in a file', () => {
  test('is refused by row and column when its link or its file cannot be', async ({ db, town }) => {
    const unknown = uuidv7()
    const rows = [
      { ...LINK, url: 'ftp://example.lv/p' },
      { ...ACT, file: 'akts.pdf' },
    ]
    expect(await problemsOf(load(db, town, tableOf(rows)))).toMatchObject([
      { line: 2, column: 'url' },
      { line: 3, column: 'file', reason: 'platform.import.fileId', values: { found: 'akts.pdf' } },
    ])
    const absent = [unknown, town.ofCase, town.elsewhere].map((file, index) => ({
      ...ACT,
      code: `p${index + 2}`,
      file,
    }))
    const before = await askJson(db, `${STRATEGY}/actions`)
    expect(await problemsOf(load(db, town, tableOf([LINK, ...absent])))).toMatchObject(
      absent.map(({ file }, index) => ({
        file: 'action-evidence.csv',
        line: index + 3,
        column: 'file',
        reason: 'platform.import.fileAbsent',
        values: { found: file },
      })),
    )
    expect(await askJson(db, `${STRATEGY}/actions`)).toEqual(before)
  })

  test('makes its file everybody’s, changes nothing when loaded again, and gives the file back', async ({
    db,
    town,
  }) => {
    expect(await isPublic(db, town, town.file)).toBe(false)
    const byAddress = tableOf([LINK, { ...ACT, file: `/liepaja/datnes/${town.file}` }])
    expect((await load(db, town, byAddress)).added).toBe(2)
    expect(await isPublic(db, town, town.file)).toBe(true)
    const byNumber = tableOf([LINK, { ...ACT, file: town.file.toUpperCase() }])
    expect(await load(db, town, byNumber)).toEqual({ added: 0, changed: 0 })

    // A folder that was written before the column came says nothing of files.
    const before = tableOf([LINK, ACT], COLUMNS.slice(0, -1))
    expect(await load(db, town, before)).toEqual({ added: 0, changed: 0 })
    expect(await isPublic(db, town, town.file)).toBe(true)

    await load(db, town, tableOf([LINK, ACT]))
    expect(await isPublic(db, town, town.file)).toBe(false)
    await load(db, town, byNumber)
    expect(await isPublic(db, town, town.file)).toBe(true)
    const { items } = await askJson(db, `${STRATEGY}/actions?text=1.1.2`)
    const ofAction = items.find(({ code }: { code: string }) => code === '1.1.2')
    expect(ofAction.evidence).toMatchObject([
      { code: 'p2', asOf: null, kind: 'photo', url: null, file: `/liepaja/datnes/${town.file}` },
      {
        code: 'p1',
        asOf: '2024/2025',
        kind: 'document',
        title: { lv: 'Protokols' },
        url: LINK.url,
        file: null,
      },
    ])
    expect(ofAction.history.at(-1)).toMatchObject({ asOf: '2024/2025', shownBy: ['p1'] })
    const download = await ask(db, `${STRATEGY}/evidence.csv`)
    expect(await load(db, town, await download.text())).toEqual({ added: 0, changed: 0 })
    expect(await load(db, town, tableOf([LINK]), { withdraw: 1 })).toMatchObject({ withdrawn: 1 })
    expect(await isPublic(db, town, town.file)).toBe(false)
  })

  test('is shown before it is loaded from a browser, with what is wrong by row', async ({ db, town }) => {
    await load(db, town, tableOf([LINK, ACT]))
    const anna = memberOf(town.id, 'educationHead', 'anna')
    const municipality = { id: town.id, slug: 'liepaja' }
    const send = async (rows: readonly Row[]) => {
      const file = fileOf('action-evidence.csv', tableOf(rows))
      const plan = 'liepaja-2020-2025'
      const { of, upload, files } = await prepareUpload(db, anna, { municipality, plan }, [file])
      return { of, checked: await rehearseUpload(db, anna, municipality, upload, files) }
    }
    const wrong = await send([LINK, { ...ACT, file: town.ofCase }])
    expect(wrong.checked.problems).toMatchObject([
      { line: 3, column: 'file', reason: 'platform.import.fileAbsent' },
    ])
    await expect(commitUpload(db, anna, wrong.of, { why: 'tests', ends: {} })).rejects.toThrow('refused')
    const right = await send([LINK, { ...ACT, file: town.file }])
    expect(right.checked.problems).toEqual([])
    expect(right.checked.changes).toMatchObject([
      {
        changed: [{ key: '1.1.2 · p2', cells: [{ column: 'file', from: '', to: town.file }] }],
        unchanged: 1,
      },
    ])
    await commitUpload(db, anna, right.of, { why: 'tests', ends: {} })
    expect(await isPublic(db, town, town.file)).toBe(true)
  })

  test('has a form to fill in: locked headings, lists to choose from, an example', async ({ db, town }) => {
    const { actionEvidence } = sheetsOf('municipality')
    if (!actionEvidence) throw new Error('no such sheet')
    const municipality = { id: town.id, slug: 'liepaja' }
    const { tables } = await exportPlan(db, operator(town.id), municipality, 'liepaja-2020-2025')
    const book = openWorkbook(await templateWorkbook({ actionEvidence }, textIn('lv'), tables))
    if (!('sheets' in book)) throw new Error('the template cannot be opened')
    const xmlOf = (name: string) => {
      const found = book.sheets.find((one) => one.name === name)
      return found ? partText(book.bytes, found.part) : ''
    }
    const form = xmlOf('action-evidence')
    expect(form).toContain('<sheetProtection')
    const lists = [...form.matchAll(/<dataValidation [^>]*sqref="([A-Z])2:/g)].map(([, column]) => column)
    const columnOf = (name: string) => String.fromCharCode(65 + COLUMNS.indexOf(name))
    for (const name of ['action', 'kind', 'works']) expect(lists, name).toContain(columnOf(name))
    const rows = []
    const sheet = book.sheets.find((one) => one.name === 'action-evidence')
    if (sheet) for await (const { cells } of workbookRows(book, sheet)) rows.push(cells)
    expect(rows[0]).toEqual(COLUMNS)
    expect(rows[1]).toEqual(expect.arrayContaining(['1.1.1', 'p1', 'document']))
  })
})
