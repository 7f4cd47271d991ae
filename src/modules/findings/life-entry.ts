import { z } from 'zod'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { STATES } from './life.ts'

const WORDS = { minimum: 10, maximum: 2000, hasLines: true } as const

/** What a department says of a finding, and whose it is. */
export const LifeEntry = z
  .object({
    state: z.enum(STATES).meta({ label: 'findings.life.state' } satisfies FieldMeta),
    words_lv: typedText(WORDS)
      .meta({ label: 'findings.life.wordsLv', hint: 'findings.life.wordsLv.hint' } satisfies FieldMeta)
      .optional(),
    words_en: typedText(WORDS)
      .meta({ label: 'findings.life.wordsEn' } satisfies FieldMeta)
      .optional(),
    tells_no_figure: z
      .literal('yes')
      .meta({
        label: 'findings.life.tellsNoFigure',
        hint: 'findings.life.tellsNoFigure.hint',
      } satisfies FieldMeta)
      .optional(),
    account: z
      .string()
      .max(200)
      .meta({ label: 'findings.life.account', hint: 'findings.life.account.hint' } satisfies FieldMeta)
      .optional(),
  })
  .refine(({ state, words_lv }) => state === 'open' || words_lv !== undefined, {
    path: ['words_lv'],
    message: 'findings.life.wordsMissing',
  })
  .refine(({ words_lv, words_en }) => words_en === undefined || words_lv !== undefined, {
    path: ['words_lv'],
    message: 'findings.life.wordsMissing',
  })
export type LifeEntry = z.infer<typeof LifeEntry>
