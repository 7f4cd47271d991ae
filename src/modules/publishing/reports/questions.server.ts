import { createHash } from 'node:crypto'
import type { Block, Inline, Report } from '#platform/reports/report.ts'
import type { Language } from '#platform/texts/text.ts'
import type { BothLanguages, QuestionAnswer } from './model.ts'
import { sectionsOf, withBlocks } from './sections.ts'

type Asked = Extract<Block, { kind: 'question' }>

/** A question that the data raise, with what was said to it. */
export type Question = {
  section: string
  /** Digest of it as it is asked in Latvian, so that an answer holds as long as the very same is asked. */
  question: string
  asked: Readonly<Record<Language, { content: Inline; basis: Inline }>>
  answer: QuestionAnswer | null
}

const wordsOf = (content: Inline) => content.map(({ text }) => text).join('')
const digestOf = (block: Asked) =>
  createHash('sha256').update(wordsOf(block.content)).digest('hex').slice(0, 24)
const questionsIn = (blocks: readonly Block[]) =>
  blocks.filter((block): block is Asked => block.kind === 'question')

/** Every question of a report, in the order of reading. Both languages ask the same in the same order. */
export function questionsOf({ lv, en }: BothLanguages, answers: readonly QuestionAnswer[]): Question[] {
  const english = new Map(sectionsOf(en).map(({ section }) => [section.key, questionsIn(section.blocks)]))
  return sectionsOf(lv).flatMap(({ section }) =>
    questionsIn(section.blocks).map((block, place): Question => {
      const question = digestOf(block)
      const other = english.get(section.key)?.[place] ?? block
      return {
        section: section.key,
        question,
        asked: { lv: block, en: other },
        answer: answers.find((one) => one.section === section.key && one.question === question) ?? null,
      }
    }),
  )
}

/** What a question asks, in words. */
export const sayQuestion = ({ asked }: Pick<Question, 'asked'>, language: Language) =>
  wordsOf(asked[language].content)

/**
 * A report with its questions as people answered them: what is kept stands with the word that was said to it, what was
 * dropped does not stand there. A question that nobody has answered stays a question while the report is written and
 * is left out once it is frozen, for nobody has stood up for it.
 */
export function withAnswers(
  both: BothLanguages,
  questions: readonly Question[],
  { isFrozen }: { isFrozen: boolean },
): BothLanguages {
  const settle = (report: Report): Report =>
    withBlocks(report, ({ key, blocks }) => {
      const own = questions.filter(({ section }) => section === key)
      let place = -1
      return blocks.flatMap((block): Block[] => {
        if (block.kind !== 'question') return [block]
        place += 1
        const answer = own[place]?.answer
        if (!answer) return isFrozen ? [] : [block]
        return answer.verdict === 'drop' ? [] : [block, { kind: 'commentary', paragraphs: [answer.words] }]
      })
    })
  return { lv: settle(both.lv), en: settle(both.en) }
}
