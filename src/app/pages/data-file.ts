import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { asTab, writeWorkbook, XLSX_TYPE } from '#platform/workbook/write-workbook.server.ts'
import { zip } from '#platform/zip.ts'
import {
  exportPlan,
  exportWorkbook,
  findPlans,
  readableSheets,
  tableCsv,
  textRows,
} from '../export.server.ts'
import { templateWorkbook } from '../template.server.ts'
import { textIn } from '../texts.server.ts'
import { READS_OF_DATA } from '../uploads/handle-reads.ts'
import { mayLoad, sheetsFor } from '../uploads/upload.service.server.ts'
import type { Route } from './+types/data-file'

export const handle = { parameters: ['plans'], reads: READS_OF_DATA }

/** The data, or an empty form for them, as a file: its name says which table in which form. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayLoad(user, municipality.id)) refuse(403, 'platform.refused.grant')
  const db = context.get(databaseContext)
  const { pathname, searchParams } = new URL(request.url)
  const text = textIn(languageOf(pathname))
  const name = params.file ?? ''
  const plans = await findPlans(db, user, municipality)
  const plan = plans.find((one) => one === searchParams.get('plans')) ?? plans.at(-1)
  const exported = plan === undefined ? undefined : await exportPlan(db, user, municipality, plan)
  const readable = new Set(['dataset', ...readableSheets(user, municipality.id)])
  const tables = (exported?.tables ?? []).filter((table) => readable.has(table.name))
  const called = `${municipality.slug}-${name}`
  if (name === 'viss.zip') {
    return answer(
      called,
      'application/zip',
      zip(tables.map((table) => [table.sheet.file, tableCsv(table, 'machine')])),
    )
  }
  if (name === 'viss.xlsx') return answer(called, XLSX_TYPE, await exportWorkbook({ tables }))
  const loadable = sheetsFor(user, municipality.id)
  const [, kind = '', file = '', ending = ''] =
    /^(veidne(?:-(?=.)|(?=\.))|excel-)?([a-z-]*)\.(csv|xlsx)$/.exec(name) ?? []
  const sheet = Object.entries(loadable).find(([, one]) => one.file === `${file}.csv`)
  if (kind.startsWith('veidne') && ending === 'xlsx') {
    const wanted = file === '' ? loadable : sheet && { [sheet[0]]: sheet[1] }
    if (!wanted) refuse(404, 'platform.refused.absent')
    return answer(called, XLSX_TYPE, await templateWorkbook(wanted, text, tables))
  }
  const table = tables.find((one) => one.name === sheet?.[0])
  if (!table) refuse(404, 'platform.refused.absent')
  if (ending === 'xlsx') {
    return answer(called, XLSX_TYPE, await writeWorkbook([asTab(table.sheet, textRows(table))]))
  }
  return answer(called, 'text/csv; charset=utf-8', tableCsv(table, kind === 'excel-' ? 'excel' : 'machine'))
}

const answer = (name: string, type: string, body: string | Uint8Array) =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`,
      'cache-control': 'private, no-store',
    },
  })
