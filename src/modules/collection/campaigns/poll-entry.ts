import { z } from 'zod'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { wallOf } from '#platform/moment.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { BothTexts } from '../calls/both-texts.ts'
import { sayBoth } from '../calls/both-texts.ts'
import { readOptions, writeOptions } from '../calls/option-lines.ts'
import type { Option } from '../model.ts'
import { typedMoment } from './typed-moment.ts'

const meta = (label: FieldMeta['label'], hint?: FieldMeta['hint']): FieldMeta => ({
  label,
  ...(hint ? { hint } : {}),
})

/** What every poll asks and until when, as it is typed. */
const asked = {
  title_lv: typedText({ minimum: 5, maximum: 200 }).meta(meta('collection.polls.titleLv')),
  title_en: typedText({ minimum: 5, maximum: 200 })
    .meta(meta('collection.polls.titleEn', 'collection.polls.en.hint'))
    .optional(),
  question_lv: typedText({ minimum: 10, maximum: 1000, hasLines: true }).meta(
    meta('collection.polls.questionLv'),
  ),
  question_en: typedText({ minimum: 10, maximum: 1000, hasLines: true })
    .meta(meta('collection.polls.questionEn'))
    .optional(),
  choices: typedText({ minimum: 3, maximum: 2000, hasLines: true }).meta(
    meta('collection.polls.choices', 'collection.polls.choices.hint'),
  ),
  closes_at: typedMoment().meta(meta('collection.polls.closesAt', 'collection.polls.closesAt.hint')),
}

/** A poll of municipalities, or a change to any poll. */
export const PollEntry = z.object(asked)
/** A poll of institutions: also whom it asks and who answers for it. */
export const InstitutionPollForm = z.object({
  ...asked,
  whom: z.string().max(50).meta(meta('collection.campaigns.whom')).optional(),
  responsible: z.string().max(200).meta(meta('collection.campaigns.responsible')).optional(),
})
type Typed = z.infer<typeof PollEntry>

/** A choice between two is the least. */
const LEAST = 2
/** More of them is no quick question. */
const MOST = 10

/** What was typed as what is asked, or what is wrong with it. */
export function readPollEntry(typed: Typed, now: Date) {
  const { read, complaint } = readOptions(typed.choices)
  const ofChoices =
    complaint ??
    (read.length < LEAST || read.length > MOST
      ? ({ reason: 'collection.polls.choices.count', values: { least: LEAST, most: MOST } } as const)
      : undefined)
  const complaints = {
    ...(ofChoices ? { choices: [ofChoices] } : {}),
    ...(typed.closes_at <= now ? { closes_at: [{ reason: 'collection.polls.closesAt.past' } as const] } : {}),
  }
  if (Object.keys(complaints).length > 0) return { ok: false as const, complaints }
  return {
    ok: true as const,
    entry: {
      title: { lv: typed.title_lv, en: typed.title_en ?? typed.title_lv },
      question: { lv: typed.question_lv, en: typed.question_en ?? typed.question_lv },
      choices: read,
      closesAt: typed.closes_at,
    },
  }
}

/** What stands in the form of a poll that is being changed. */
export const asTypedPoll = (poll: {
  title: LocalText
  question: LocalText
  choices: readonly Option[]
  closesAt: Date
}): Record<string, string> => ({
  title_lv: poll.title.lv,
  title_en: poll.title.en,
  question_lv: poll.question.lv,
  question_en: poll.question.en,
  choices: writeOptions(poll.choices),
  closes_at: wallOf(poll.closesAt),
})

/** Choices that stand in the form of a new poll. */
export const usualChoices = (texts: BothTexts): string =>
  writeOptions(
    (['agree', 'disagree', 'no_view'] as const).map((key) => ({
      key,
      name: sayBoth(texts, `collection.polls.choice.${key}`),
    })),
  )
