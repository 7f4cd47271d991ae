import type { Text, TextKey } from '#platform/texts/text.ts'
import columns from './texts/columns.lv.json' with { type: 'json' }

/** What a column is called in words; columns that end in `_lv` and `_en` say the language as well. */
export function columnName(text: Text, column: string): string {
  const [stem, language] = partsOf(column)
  const key = `app.column.${stem}`
  const name = key in columns ? text(key as TextKey) : column
  if (language === '') return name
  return text(language === 'lv' ? 'app.column.inLatvian' : 'app.column.inEnglish', { name })
}

/** What to write into a column, in words; empty where nobody has said it. */
export function columnHelp(text: Text, column: string): string {
  const [stem] = partsOf(column)
  const key = `app.column.${stem}.help`
  return key in columns ? text(key as TextKey) : ''
}

function partsOf(column: string): [stem: string, language: '' | 'lv' | 'en'] {
  const [, stem = column, language = ''] = /^(.*)_(lv|en)$/.exec(column) ?? []
  return [stem, language as '' | 'lv' | 'en']
}
