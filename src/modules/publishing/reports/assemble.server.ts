import type { Language } from '#platform/texts/text.ts'
import type { Commentary } from './commentary-store.server.ts'
import type { BothLanguages, QuestionAnswer } from './model.ts'
import { type Question, questionsOf, withAnswers } from './questions.server.ts'
import { sectionsOf, withCommentary, withoutEmpty } from './sections.ts'

/** What people have brought to a report. */
export type Brought = { commentary: readonly Commentary[]; answers: readonly QuestionAnswer[] }

/** What nobody has written or answered yet. */
export type Unwritten = {
  /** Keys of outermost sections without a word of people, by language. */
  sections: Readonly<Record<Language, readonly string[]>>
  questions: readonly Question[]
  /** What was written to sections that the report does not have any more, such as those of an action that ended. */
  stray: readonly Commentary[]
}

/** A report with what people brought to it, and what is missing of that. */
export function assemble(
  written: BothLanguages,
  { commentary, answers }: Brought,
  { isFrozen = false }: { isFrozen?: boolean } = {},
): { report: BothLanguages; questions: Question[]; unwritten: Unwritten } {
  const questions = questionsOf(written, answers)
  const settled = withAnswers(written, questions, { isFrozen })
  const wordsIn = (language: Language) =>
    new Map(
      commentary.filter((one) => one.language === language).map(({ section, words }) => [section, words]),
    )
  const words = { lv: wordsIn('lv'), en: wordsIn('en') }
  const known = new Set(sectionsOf(written.lv).map(({ section }) => section.key))
  const missing = (language: Language) =>
    written[language].sections.map(({ key }) => key).filter((key) => !words[language].get(key)?.trim())
  const report = { lv: withCommentary(settled.lv, words.lv), en: withCommentary(settled.en, words.en) }
  return {
    // While it is written, a section can still be filled.
    report: isFrozen ? { lv: withoutEmpty(report.lv), en: withoutEmpty(report.en) } : report,
    questions,
    unwritten: {
      sections: { lv: missing('lv'), en: missing('en') },
      questions: questions.filter(({ answer }) => answer === null),
      stray: commentary.filter(({ section, words: said }) => said.trim() !== '' && !known.has(section)),
    },
  }
}
