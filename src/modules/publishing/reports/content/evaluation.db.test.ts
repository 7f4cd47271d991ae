import { describe, expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import { checkReport } from '#platform/reports/check-report.ts'
import { reportPdf } from '#platform/reports/pdf.server.ts'
import type { Inline, Report, ReportSection, ReportTable } from '#platform/reports/report.ts'
import { blocksOf, citedFigures } from '#platform/reports/report.ts'
import { test } from '../../../../../tests/support/database.ts'
import { readPdf } from '../../../../../tests/support/read-pdf.ts'
import { reportDataOf } from './content.testing.ts'
import { REPORT_KINDS, type ReportKind, writeReport } from './index.ts'

const LANGUAGES = ['lv', 'en'] as const

async function reportOf(db: Database, kind: ReportKind = 'evaluation', language: 'lv' | 'en' = 'lv') {
  return writeReport(kind, await reportDataOf(db), language)
}

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')
const words = (inline: Inline) => plain(inline.map(({ text }) => text).join('')) ?? ''

function tableOf(report: Report, key: string): string[][] {
  const found = blocksOf(report).find(
    (block): block is ReportTable => block.kind === 'table' && block.key === key,
  )
  return found?.rows.map(({ cells }) => cells.map(words)) ?? []
}

const saidIn = (report: Report, id: string) => plain(citedFigures(report).get(id)?.said)

describe('the evaluation of Liepāja', () => {
  test('answers the eight questions in their order', async ({ db }) => {
    const { sections } = await reportOf(db)
    expect(sections.map(({ key }) => key)).toEqual([
      'summary',
      'values',
      'goals',
      'indicators',
      'actions',
      'programmes',
      'scope',
      'factors',
      'lessons',
      'sources',
    ])
    expect(sections.every(({ blocks }) => blocks.length > 0)).toBe(true)
  })

  test('counts 47 actions by status, in all and per goal', async ({ db }) => {
    const report = await reportOf(db)
    expect(tableOf(report, 'statuses').map((row) => row.slice(0, 3))).toEqual([
      ['īstenota', '14', '30 %'],
      ['tiek īstenota', '16', '34 %'],
      ['daļēji īstenota', '14', '30 %'],
      ['atlikta', '1', '2 %'],
      ['nav sākta', '2', '4 %'],
    ])
    expect(tableOf(report, 'goalStatuses').map((row) => row.slice(1))).toEqual([
      ['20', '2', '9', '7', '1', '1', '55 %'],
      ['6', '2', '1', '2', '0', '1', '50 %'],
      ['14', '6', '5', '3', '0', '0', '79 %'],
      ['7', '4', '1', '2', '0', '0', '71 %'],
      ['47', '14', '16', '14', '1', '2', '64 %'],
    ])
  })

  test('counts verdicts as pages do: 15 of 45 judged are met', async ({ db }) => {
    const rows = tableOf(await reportOf(db), 'verdicts').map((row) => row.slice(1, 6))
    expect(rows).toEqual([
      ['10', '21', '12', '3', '9'],
      ['8', '30', '26', '10', '16'],
      ['7', '8', '3', '0', '3'],
      ['6', '9', '4', '2', '2'],
      ['31', '68', '45', '15', '30'],
    ])
  })

  test('shows every series once, with its target and verdict', async ({ db }) => {
    const report = await reportOf(db)
    const rows = ['KP1', 'KP2', 'KP3', 'KP4'].map(
      (goal) => tableOf(report, `series-${goal}`).filter((cells) => cells.length > 1).length,
    )
    expect(rows).toEqual([21, 30, 8, 9])
    expect(saidIn(report, 'indicator:3@2024/2025')).toBe('4,5 %')
    expect(saidIn(report, 'target:3@2025')).toBe('5 %')
  })

  test('tells of no project that it was useful while its links are not known', async ({ db }) => {
    const report = await reportOf(db)
    expect(saidIn(report, 'count:projects')).toBe('10')
    expect(saidIn(report, 'count:projects/useful')).toBe('0')
    expect(saidIn(report, 'count:projects/cannotTell')).toBe('4')
    expect(saidIn(report, 'count:projects/notShown')).toBe('6')
  })

  test('asks, and decides nothing: questions have their basis', async ({ db }) => {
    const questions = blocksOf(await reportOf(db)).filter((block) => block.kind === 'question')
    expect(questions.length).toBeGreaterThan(5)
    expect(questions.every(({ content, basis }) => words(content).includes('?') && words(basis) !== '')).toBe(
      true,
    )
  })
})

describe('reports of every kind', () => {
  test('can be drawn accessibly in both languages', async ({ db }) => {
    const data = await reportDataOf(db)
    for (const kind of REPORT_KINDS)
      for (const language of LANGUAGES)
        expect(() => checkReport(writeReport(kind, data, language))).not.toThrow()
  })

  test('have the same sections, tables and figures in both languages', async ({ db }) => {
    const data = await reportDataOf(db)
    for (const kind of REPORT_KINDS) {
      const [latvian, english] = LANGUAGES.map((language) => writeReport(kind, data, language))
      expect(english && shapeOf(english.sections)).toEqual(latvian && shapeOf(latvian.sections))
      expect(english && [...citedFigures(english).keys()]).toEqual(
        latvian && [...citedFigures(latvian).keys()],
      )
    }
  })

  test('leave no text without its words', async ({ db }) => {
    const data = await reportDataOf(db)
    for (const kind of REPORT_KINDS)
      for (const language of LANGUAGES) {
        const all = JSON.stringify(writeReport(kind, data, language))
        expect(
          all.match(/"(?:publishing|strategy|indicators|surveys)\.[^"]*"|\{\{|[\uE000\uE001]|undefined|NaN/g),
        ).toBeNull()
      }
  })

  test('say in a sentence what each table shows', async ({ db }) => {
    const data = await reportDataOf(db)
    const tables = REPORT_KINDS.flatMap((kind) => blocksOf(writeReport(kind, data, 'lv'))).filter(
      (block) => block.kind === 'table' || block.kind === 'chart',
    )
    expect(tables.filter(({ says }) => !/^\p{L}|^\d.*\.$/u.test(says) || !says.endsWith('.'))).toEqual([])
  })

  test('are written from one reading in a moment', async ({ db }) => {
    const data = await reportDataOf(db)
    const began = performance.now()
    for (let time = 0; time < 10; time++) writeReport('evaluation', data, 'lv')
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

function shapeOf(sections: readonly ReportSection[]): unknown {
  return sections.map(({ key, blocks, sections: inner = [] }) => [
    key,
    blocks.map((block) =>
      block.kind === 'table'
        ? [block.key, block.columns.length, block.rows.map(({ cells }) => cells.length)]
        : [block.kind],
    ),
    shapeOf(inner),
  ])
}

test('a committee pack takes two pages, in either language', async ({ db }) => {
  for (const language of LANGUAGES) {
    const pdf = await reportPdf(await reportOf(db, 'committee', language), { origin: undefined })
    expect(readPdf(pdf).pages).toHaveLength(2)
  }
})

test('a report says what nobody knows in one sentence, and no figures twice', async ({ db }) => {
  const evaluation = await reportOf(db)
  const keys = blocksOf(evaluation).flatMap((block) => ('key' in block ? [block.key] : []))
  expect(keys).not.toContain('programmeMatrix')
  expect(keys.filter((key) => key.toLowerCase().includes('verdicts'))).toHaveLength(1)
  // Changes are told where a day was named since when.
  const { sections } = await reportOf(db, 'supervision')
  expect(sections.map(({ key }) => key)).not.toContain('changes')
})
