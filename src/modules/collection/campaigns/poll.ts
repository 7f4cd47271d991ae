import { z } from 'zod'
import type { LocalText } from '#platform/texts/text.ts'
import { Key } from '../definition.ts'
import type { Option } from '../model.ts'

const Local = z.object({ lv: z.string(), en: z.string() })

/** What a poll of municipalities asks, as its template keeps it. */
export const PollDefinition = z.object({
  title: Local,
  question: Local,
  choices: z.array(z.object({ key: Key, name: Local })).min(2),
})
export type PollDefinition = z.infer<typeof PollDefinition>

/** How often one of the choices was taken. Shares are shares of 1; null where there is nothing to divide by. */
export type ChoiceResult = {
  key: string
  name: LocalText
  answers: number
  ofAnswers: number | null
  ofAsked: number | null
}

/** What a poll has come to. Only one that has closed has a result. */
export type PollResult = {
  choices: readonly ChoiceResult[]
  answered: number
  asked: number
  /** Those asked who have not answered. */
  silent: number
  /** The moment at which it closed, whenever it was counted. */
  closedAt: Date
}

/** How often each choice was taken, of how many. */
export type Counts = {
  answers: ReadonlyMap<string, number>
  asked: number
  closedAt: Date
}

/**
 * The result of a poll. Choices that nobody took are there with 0.
 *
 * @throws RangeError when more have answered than were asked, or something was taken that could not be
 */
export function resultOf(choices: readonly Option[], { answers, asked, closedAt }: Counts): PollResult {
  const unknown = [...answers.keys()].filter((key) => !choices.some((choice) => choice.key === key))
  if (unknown.length > 0) throw new RangeError(`resultOf: nobody could choose ${unknown.join(', ')}`)
  const answered = [...answers.values()].reduce((sum, count) => sum + count, 0)
  if (answered > asked) throw new RangeError(`resultOf: ${answered} answers of ${asked} asked`)
  return {
    choices: choices.map(({ key, name }) => {
      const count = answers.get(key) ?? 0
      return {
        key,
        name,
        answers: count,
        ofAnswers: shareOf(count, answered),
        ofAsked: shareOf(count, asked),
      }
    }),
    answered,
    asked,
    silent: asked - answered,
    closedAt,
  }
}

const shareOf = (count: number, whole: number) => (whole === 0 ? null : count / whole)

/** Whether answers are still taken. The moment of closing itself is too late. */
export const isOpenAt = (closesAt: Date, now: Date): boolean => now.getTime() < closesAt.getTime()
