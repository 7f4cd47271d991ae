import type { ColumnWords } from '#platform/table-files/table-file.ts'
import type { Language, Text, TextKey } from '#platform/texts/text.ts'
import { columnHelp, columnName } from './column-texts.ts'
import columns from './texts/file-columns.lv.json' with { type: 'json' }

/**
 * What a column of a file that is taken away is called and means. What columns of files that are loaded are called
 * holds for them too, unless something else is said here.
 */
export function fileColumn(textIn: (language: Language) => Text, column: string): ColumnWords {
  const said = (text: Text): { name: string; meaning: string } => {
    const [, stem = column, language] = /^(.*)_(lv|en)$/.exec(column) ?? []
    const key = `app.fileColumn.${stem}`
    if (!(key in columns)) return { name: columnName(text, column), meaning: columnHelp(text, column) }
    const name = text(key as TextKey)
    const inLanguage = language === 'lv' ? 'app.column.inLatvian' : 'app.column.inEnglish'
    return {
      name: language === undefined ? name : text(inLanguage, { name }),
      meaning: text(`${key}.meaning` as TextKey),
    }
  }
  const [lv, en] = [said(textIn('lv')), said(textIn('en'))]
  return { name: { lv: lv.name, en: en.name }, meaning: { lv: lv.meaning, en: en.meaning } }
}
