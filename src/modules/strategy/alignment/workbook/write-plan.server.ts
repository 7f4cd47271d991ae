import type { CellValue, ColumnDef, WriteSheet } from 'hucre'
import {
  asCell,
  styleOf,
  widthOf,
  withoutEscapes,
  writeWorkbook,
} from '#platform/workbook/write-workbook.server.ts'
import { cellsOf, ITEM_COLUMNS, type ItemColumn } from '../item-columns.ts'
import type { Nameable } from '../known.server.ts'
import { ITEM_PROGRESS, type PlanItem, type PlanOfWork } from '../model.ts'
import { stampOf } from './stamp.ts'
import { sayHead, sayProgress, WORKBOOK_COLUMNS, type Words, type WorkbookColumn } from './words.ts'

const WIDE = 44
/** Rows in which a spreadsheet offers what can be chosen. */
const OFFERED_ROWS = 500

/**
 * A plan as a workbook: a row for each task, and beside it what can be named in a task and how it is filled in. One of
 * a plan without tasks is the template.
 */
export function writePlan(plan: PlanOfWork, nameable: Nameable, words: Words): Promise<Uint8Array> {
  return writeWorkbook([
    tasksSheet(plan, words),
    listSheet(words.text('strategy.alignment.workbook.tab.actions'), nameable.actions, words),
    listSheet(words.text('strategy.alignment.workbook.tab.indicators'), nameable.indicators, words),
    helpSheet(plan, words),
  ])
}

function tasksSheet(plan: PlanOfWork, words: Words): WriteSheet {
  const place = WORKBOOK_COLUMNS.indexOf('progress')
  const letter = String.fromCharCode('A'.charCodeAt(0) + place)
  return {
    name: words.text('strategy.alignment.workbook.tab.tasks'),
    columns: WORKBOOK_COLUMNS.map(columnDef),
    rows: [
      WORKBOOK_COLUMNS.map((column) => sayHead(column, words)),
      ...plan.items.map((item) => rowOf(plan, item, words)),
    ],
    freezePane: { rows: 1, columns: 1 },
    dataValidations: [
      {
        type: 'list',
        range: `${letter}2:${letter}${OFFERED_ROWS}`,
        values: ITEM_PROGRESS.map((one) => sayProgress(one, words)),
        allowBlank: true,
      },
    ],
  }
}

const isItemColumn = (column: WorkbookColumn): column is ItemColumn => column in ITEM_COLUMNS

function columnDef(column: WorkbookColumn): ColumnDef {
  if (column === 'number') return { width: 6, style: styleOf({ kind: 'whole' }) }
  if (!isItemColumn(column)) return { width: 16, style: styleOf({ kind: 'text' }) }
  const { form } = ITEM_COLUMNS[column]
  const isWide = ['goal', 'task', 'expected', 'achieved', 'own_need'].includes(column)
  return {
    width: isWide ? WIDE : widthOf(form),
    style: { ...styleOf(form), alignment: { vertical: 'top', wrapText: true } },
  }
}

function rowOf(plan: PlanOfWork, item: PlanItem, words: Words): CellValue[] {
  const cells = { ...cellsOf(item), progress: item.progress ? sayProgress(item.progress, words) : '' }
  return WORKBOOK_COLUMNS.map((column) => {
    if (column === 'number') return item.number
    if (!isItemColumn(column)) return stampOf(plan, item)
    const { form } = ITEM_COLUMNS[column]
    return asCell(cells[column], form)
  })
}

const listSheet = (name: string, all: Nameable['indicators'], { text, local }: Words): WriteSheet => ({
  name,
  columns: [{ width: 12, style: styleOf({ kind: 'text' }) }, { width: WIDE * 2 }],
  rows: [
    [text('strategy.alignment.workbook.code'), text('strategy.alignment.workbook.title')],
    ...all.map(({ code, title }) => [withoutEscapes(code), withoutEscapes(local(title))]),
  ],
  freezePane: { rows: 1 },
})

const HELP = ['rows', 'serves', 'terms', 'stamp', 'upload'] as const

const helpSheet = ({ title }: PlanOfWork, { text }: Words): WriteSheet => ({
  name: text('strategy.alignment.workbook.tab.help'),
  columns: [{ width: WIDE * 2 }],
  rows: [[withoutEscapes(title)], ...HELP.map((one) => [text(`strategy.alignment.workbook.help.${one}`)])],
})
