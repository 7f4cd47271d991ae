import { useSpeech } from '#platform/i18n.tsx'
import type { Field } from '../form/fields.ts'
import type { Answer } from '../model.ts'
import { sayAnswer } from './answer-words.ts'

type Props = { field: Pick<Field, 'unit' | 'choices' | 'computed'>; answer: Answer | undefined; slug: string }

/** What stands in a field, or that nothing does: a blank is no zero and says so. */
export function AnswerValue({ field, answer, slug }: Props) {
  const speech = useSpeech()
  if (!answer)
    return (
      <span className="quiet">
        {speech.text(field.computed === null ? 'collection.form.blank' : 'collection.form.notComputed')}
      </span>
    )
  const said = sayAnswer(speech, field, answer)
  if (answer.kind === 'photo')
    return <a href={speech.path(`/darbs/${slug}/datnes/${answer.fileId}`)}>{said}</a>
  return answer.kind === 'missing' ? <span className="quiet">{said}</span> : said
}
