import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'
import { describe, expect } from 'vitest'
import { COVERED } from '#platform/covered.ts'
import type { Database } from '#platform/database/types.server.ts'
import { withoutGuard } from '#platform/formula.ts'
import { columnType } from '#platform/table-files/column-type.ts'
import { publicApi } from '../../src/app/api.server.ts'
import { test } from '../support/demonstrated.ts'
import { ask, askJson, LISTS, STRATEGY } from './ask.ts'

type Row = Record<string, string>

const textOf = async (db: Database, address: string) => (await ask(db, address)).text()
const machineRows = async (db: Database, list: string): Promise<Row[]> =>
  parse(await textOf(db, `${list}.csv`), { columns: true })

/** A cell of a workbook as its text in a file for programs. */
function asText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : String(cell).toLowerCase()
}

const same = (row: Row) => Object.values(row).map((cell) => cell.toLowerCase())

describe('every list', () => {
  test.for(LISTS)('%s is the same for Excel in Latvian as for programs', async (list, { db }) => {
    const bytes = Buffer.from(await (await ask(db, `${list}.excel.csv`)).arrayBuffer())
    const text = bytes.toString()
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'))
    const rows: Row[] = parse(text, { columns: true, delimiter: ';', bom: true })
    const withPoints = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [
          name,
          columnType(name) === 'number' && /^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell,
        ]),
      ),
    )
    expect(withPoints).toEqual(await machineRows(db, list))
  })

  test.for(LISTS)('%s is the same as a workbook, with what it is on a second sheet', async (list, { db }) => {
    const bytes = new Uint8Array(await (await ask(db, `${list}.xlsx`)).arrayBuffer())
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['Dati', 'Par datiem'])
    const [[heading = [], ...rows] = []] = sheets.map((sheet) => sheet.rows)
    const machine = await machineRows(db, list)
    expect(heading).toEqual(Object.keys(machine[0] ?? {}))
    expect(rows.map((row) => heading.map((_, index) => asText(row[index])))).toEqual(machine.map(same))
    const about = (sheets[1]?.rows ?? []).flat().map(String).join('\n')
    expect(about).toContain('CC BY 4.0')
    for (const column of heading) expect(about).toContain(String(column))
  })

  test.for(LISTS)('%s has cells of the type that its columns say', async (list, { db }) => {
    const address = `${publicApi.base}${list}`
    expect(address).toMatch(/^\/api/)
    const bytes = new Uint8Array(await (await ask(db, `${list}.xlsx`)).arrayBuffer())
    const [[heading = [], ...rows] = []] = (await readXlsx(bytes)).sheets.map((sheet) => sheet.rows)
    const wrong = rows.flatMap((row) =>
      heading.flatMap((name, index) => {
        const cell = row[index]
        if (cell === null || cell === undefined || cell === COVERED) return []
        const type = columnType(String(name))
        const isRight =
          (type !== 'number' || typeof cell === 'number') &&
          (type === 'number' || typeof cell !== 'number' || name === 'version') &&
          (type !== 'day' || cell instanceof Date || cell === '') &&
          (type !== 'instant' || !Number.isNaN(Date.parse(String(cell))))
        return isRight ? [] : [`${String(name)}: ${String(cell)}`]
      }),
    )
    expect([...new Set(wrong)].slice(0, 5)).toEqual([])
  })

  test.for(LISTS)(
    '%s says in each row what may be done with it and where it is seen',
    async (list, { db }) => {
      const rows = await machineRows(db, list)
      expect(new Set(rows.map(({ licence }) => licence))).toEqual(new Set(['CC BY 4.0']))
      expect(rows.filter((row) => (row.source ?? '') !== '' && row.source_title_lv === '')).toEqual([])
    },
  )
})

test('every column of every list is called something and means something, in both languages', () => {
  const columns = new Set(publicApi.endpoints.flatMap(({ columns: own }) => own ?? []))
  const silent = [...columns].filter((column) => {
    const { name, meaning } = publicApi.words.wordsOf(column)
    return name.lv === column || [name.lv, name.en, meaning.lv, meaning.en].includes('')
  })
  expect(silent).toEqual([])
})

test('no text of a file runs in a spreadsheet', async ({ db }) => {
  const bytes = new Uint8Array(await (await ask(db, `${STRATEGY}/figures.xlsx`)).arrayBuffer())
  const { sheets } = await readXlsx(bytes)
  const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string')
  expect(texts.filter((text) => /^[=+@]/.test(text) && withoutGuard(text) === text)).toEqual([])
})

describe('all years in one file', () => {
  test('a figure stands with goal, unit, target, verdict, source and page', async ({ db }) => {
    const rows = await machineRows(db, `${STRATEGY}/figures`)
    const row = rows.find(({ series, period }) => series === '1/preschool' && period === '2023/2024')
    expect(row).toMatchObject({
      indicator: '1',
      goal: 'KP1',
      role: 'result',
      number: '23',
      target_needed: '10',
      verdict: 'met',
      is_covered: 'no',
      licence: 'CC BY 4.0',
      page: '/liepaja/raditaji/1#figure-1-preschool-2023-2024',
    })
    expect(row?.source_title_lv).not.toBe('')
    expect(row?.goal_title_lv).not.toBe('')
    expect(new Set(rows.map(({ period }) => period)).size).toBeGreaterThan(3)
  })

  test('the file holds every figure that the list of figures holds, and figures that give context', async ({
    db,
  }) => {
    const { items } = await askJson(db, `${STRATEGY}/figures?limit=5000`)
    const { items: stored } = await askJson(db, `${STRATEGY}/observations?limit=5000`)
    const figures = items.filter(({ role }: { role: string }) => role !== 'target')
    expect(figures).toHaveLength(stored.length)
    expect(items.filter(({ role }: { role: string }) => role === 'context').length).toBeGreaterThan(0)
  })

  test('a covered figure is covered in every form', async ({ db }) => {
    const rows = await machineRows(db, `${STRATEGY}/figures`)
    const covered = rows.filter(({ is_covered }) => is_covered === 'yes')
    expect(
      covered.every(({ number, printed, distribution }) => number === COVERED && !printed && !distribution),
    ).toBe(true)
    expect(covered.every(({ covered_reason }) => covered_reason === 'fewPeople')).toBe(true)
  })
})

describe('ids are those of pages', () => {
  test.for(['/strategies/liepaja-2020-2025/indicators/5', '/municipalities/liepaja/indicators/5'])(
    '%s is one indicator',
    async (address, { db }) => {
      const one = await askJson(db, address)
      const { items } = await askJson(db, `${STRATEGY}/indicators`)
      expect(one).toMatchObject(items.find(({ code }: { code: string }) => code === '5'))
    },
  )

  test('a survey has the key of its page, and the id that it had before', async ({ db }) => {
    const byKey = await askJson(db, '/surveys/strategy-in-practice/results')
    expect(byKey.items.length).toBeGreaterThan(0)
    expect(byKey.items).toEqual((await askJson(db, '/surveys/liepaja-strategy-in-practice/results')).items)
  })

  test('an indicator that is not there is a problem of 404', async ({ db }) => {
    expect((await ask(db, `${STRATEGY}/indicators/999`)).status).toBe(404)
    expect((await ask(db, `${STRATEGY}/indicators/999/history`)).status).toBe(404)
  })
})

test('claims are chosen by what the data answer, and a wrong answer is told which ones there are', async ({
  db,
}) => {
  const { items } = await askJson(db, `${STRATEGY}/claims?answer=refuted`)
  expect(new Set(items.map(({ answer }: { answer: string }) => answer))).toEqual(new Set(['refuted']))
  const problem = await askJson(db, `${STRATEGY}/claims?answer=perhaps`)
  expect(problem.errors[0].detail).toBe('must be one of refuted, unverifiable, partly, confirmed')
})

test('the history of an indicator holds the newest state of each of its figures', async ({ db }) => {
  const { items } = await askJson(db, `${STRATEGY}/indicators/5/history`)
  const { items: figures } = await askJson(db, `${STRATEGY}/observations?indicator=5`)
  const known = items.map(({ series, period, revision }: Record<string, unknown>) => [
    series,
    period,
    revision,
  ])
  for (const { series, period, revision } of figures) expect(known).toContainEqual([series, period, revision])
})
