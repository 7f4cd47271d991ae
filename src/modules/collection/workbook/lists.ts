import type { Option } from '../model.ts'
import { MISSING_ANSWERS } from '../model.ts'
import { letterOf } from './layout.ts'
import { tabInFormula } from './places.ts'
import { sayChoice } from './translate.ts'
import { sayMissing, type Words } from './words.ts'

/**
 * What can be chosen, on a hidden sheet: a list inside a validation may have 255 characters, and a longer one damages
 * the file without a complaint.
 */
export class Lists {
  private readonly columns = new Map<string, readonly string[]>()
  private readonly words: Words
  readonly tab: string

  constructor(words: Words) {
    this.words = words
    this.tab = words.text('collection.workbook.tab.lists')
    this.missing()
  }

  /** The list of these choices, as formulas name it. */
  choices(choices: readonly Option[]): string {
    return this.list(choices.map((choice) => sayChoice(choice, choices, this.words)))
  }

  /** The list of reasons why there is no value. */
  missing(): string {
    return this.list(MISSING_ANSWERS.map((missing) => sayMissing(missing, this.words)))
  }

  private list(items: readonly string[]): string {
    const key = JSON.stringify(items)
    if (!this.columns.has(key)) this.columns.set(key, items)
    const letter = letterOf([...this.columns.keys()].indexOf(key))
    return `${tabInFormula(this.tab)}!$${letter}$1:$${letter}$${Math.max(1, items.length)}`
  }

  /** Rows of the hidden sheet. */
  get rows(): string[][] {
    const columns = [...this.columns.values()]
    const height = Math.max(1, ...columns.map(({ length }) => length))
    return Array.from({ length: height }, (_, row) => columns.map((items) => items[row] ?? ''))
  }
}
