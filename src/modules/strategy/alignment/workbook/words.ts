import { fold } from '#platform/texts/fold.ts'
import { createText, type Language, type LocalText, type Text, type TextKey } from '#platform/texts/text.ts'
import { strategyTexts } from '../../texts/index.ts'
import { ITEM_COLUMN_NAMES, type ItemColumn } from '../item-columns.ts'
import { ITEM_PROGRESS, type ItemProgress } from '../model.ts'

/** How a workbook speaks. */
export type Words = { language: Language; text: Text; local: (text: LocalText) => string }

/** The words of a language, for files that leave the pages. */
export const wordsIn = (language: Language): Words => ({
  language,
  text: createText(language, strategyTexts[language]),
  local: (text) => text[language],
})

const BOTH = [wordsIn('lv'), wordsIn('en')]

/** Columns of a workbook: the number, what is said of a task, and from which state of the plan the row was taken. */
export const WORKBOOK_COLUMNS = ['number', ...ITEM_COLUMN_NAMES, 'stamp'] as const
export type WorkbookColumn = (typeof WORKBOOK_COLUMNS)[number]

const HEADS: Readonly<Record<WorkbookColumn, TextKey>> = {
  number: 'strategy.alignment.workbook.number',
  ...(Object.fromEntries(
    ITEM_COLUMN_NAMES.map((name) => [name, `strategy.alignment.workbook.${name}`]),
  ) as Record<ItemColumn, TextKey>),
  stamp: 'strategy.alignment.workbook.stamp',
}

export const sayHead = (column: WorkbookColumn, { text }: Words) => text(HEADS[column])

/** The column of a heading in either language; undefined where it is none of ours. */
export function columnOf(heading: string): WorkbookColumn | undefined {
  const plain = fold(heading)
  return WORKBOOK_COLUMNS.find((column) => BOTH.some((words) => fold(sayHead(column, words)) === plain))
}

export const sayProgress = (progress: ItemProgress, { text }: Words) =>
  text(`strategy.alignment.progress.${progress}`)

/** How far a task has come, by its words in either language; other words as they are. */
export function progressOf(said: string): string {
  const plain = fold(said)
  return ITEM_PROGRESS.find((one) => BOTH.some((words) => fold(sayProgress(one, words)) === plain)) ?? said
}
