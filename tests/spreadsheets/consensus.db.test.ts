import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { operator } from '#platform/users.ts'
import { exportPlan, exportWorkbook, findPlans, tableCsv, textRows } from '../../src/app/export.server.ts'
import { importFolder } from '../../src/app/import.server.ts'
import { test as base } from '../support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../support/editors.ts'

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-consensus-'))
    onCleanup(() => rm(folder, { recursive: true }))
    return folder
  },
)

test('what a group said and what shows it goes out to files and comes back without a difference', async ({
  db,
  folder,
}) => {
  const id = await municipalityIdOf(db, 'liepaja')
  const anna = await openEditor(db, memberOf(id, 'educationSpecialist', 'anna'))
  const status = await anna.send('/liepaja/ricibas-plans/1.1.2/labot?par=2025%2F2026', {
    status: 'deferred',
    comment_lv: 'Pirmā rinda\nOtrā rinda; ar “pēdiņām”',
    decided_on: '2026-06-12',
    decided_by_lv: 'Darba grupa',
    'voice.1.who': 'Direktore, 1. skola',
    'voice.1.stance': 'objected',
    'voice.1.remark': 'Nē; 3-4 reizes lūdzām, 1E5, 007',
    'voice.2.who': '=SUM(A1)',
    'voice.2.stance': 'agreed',
  })
  expect(status.status).toBe(303)
  const evidence = await anna.send('/liepaja/ricibas-plans/1.1.2/labot?dala=pieradijumi', {
    kind: 'document',
    title_lv: 'Protokols',
    url: 'https://www.liepaja.lv/protokols?a=1;b=2',
    as_of: '2025/2026',
  })
  expect(evidence.status).toBe(303)
  const form = new FormData()
  form.set('file', new File(['%PDF-1.4\n%%EOF\n'], 'Akts.pdf', { type: 'application/pdf' }))
  const kept = await anna.ask('/darbs/liepaja/darbibas/1.1.2/datne', form)
  const next = kept.headers.get('location') ?? ''
  const file = /datne=([\w-]+)/.exec(next)?.[1] ?? 'no file'
  expect((await anna.send(next, { kind: 'document', title_lv: 'Nodošanas akts' })).status).toBe(303)

  const place = { id, slug: 'liepaja' }
  const [plan = ''] = await findPlans(db, operator(id), place)
  const exported = await exportPlan(db, operator(id), place, plan)
  const reports = exported.tables.find(({ sheet }) => sheet.file === 'action-status.csv')
  const lines = (reports ? textRows(reports) : []).flat().join('\n')
  expect(lines).toContain(
    'Direktore, 1. skola | objected | Nē; 3-4 reizes lūdzām, 1E5, 007\n=SUM(A1) | agreed',
  )
  const shown = exported.tables.find(({ sheet }) => sheet.file === 'action-evidence.csv')
  expect(shown?.rows.map((row) => row.file)).toEqual([null, file])
  for (const form of ['machine', 'excel', 'workbook'] as const) {
    const inside = join(folder, form)
    await mkdir(inside)
    if (form === 'workbook') await writeFile(join(inside, 'dati.xlsx'), await exportWorkbook(exported))
    else {
      for (const table of exported.tables)
        await writeFile(join(inside, table.sheet.file), tableCsv(table, form))
    }
    const { notes, ...done } = await importFolder(db, inside)
    expect(done, form).toEqual({ added: 0, changed: 0 })
  }
})
