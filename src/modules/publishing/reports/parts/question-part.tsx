import { ChoiceField, LongField } from '#platform/forms/field-parts.tsx'
import type { Field, FormAnswer } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import type { Inline } from '#platform/reports/report.ts'
import type { Question } from '../questions.server.ts'

const VERDICTS = (['keep', 'drop'] as const).map((value) => ({
  value,
  label: `publishing.questions.verdict.${value}` as const,
}))

type Props = {
  question: Question
  /** Title of the section that raises it. */
  section: string
  /** Names of accounts by their ids. */
  names: Readonly<Record<string, string>>
  fields: { verdict: Field; words: Field }
  answer: FormAnswer | undefined
  /** One form stands on the page at a time. */
  answering: 'no' | 'link' | 'form'
  /** Where its form stands open. */
  address: string
  once: string
}

/** A question with what it stands on, what somebody said to it, and the form in which one says it. */
export function QuestionPart({ question, section, names, fields, answer, answering, address, once }: Props) {
  const { text, language } = useSpeech()
  const { asked, answer: given } = question
  const { content, basis } = asked[language]
  return (
    <section aria-labelledby={`q-${question.section}-${question.question}`}>
      <h2 id={`q-${question.section}-${question.question}`}>
        <Words of={content} />
      </h2>
      <p>
        {section}. <Words of={basis} />
      </p>
      {given ? (
        <blockquote>
          <p>
            <strong>{text(`publishing.questions.verdict.${given.verdict}`)}</strong>{' '}
            {text('publishing.questions.by', {
              name: names[given.accountId] ?? text('publishing.somebody'),
            })}
          </p>
          <p>{given.words}</p>
        </blockquote>
      ) : (
        <p>{text('publishing.questions.unanswered')}</p>
      )}
      {answering === 'link' ? (
        <p>
          <a href={address}>
            {text(given ? 'publishing.questions.again' : 'publishing.questions.answer')}
            <span className="visually-hidden">
              {': '}
              <Words of={content} />
            </span>
          </a>
        </p>
      ) : null}
      {answering === 'form' ? (
        <ActionForm
          answer={answer}
          fields={fields}
          once={once}
          values={given ? { verdict: given.verdict, words: given.words } : {}}
        >
          <input type="hidden" name="section" value={question.section} />
          <input type="hidden" name="question" value={question.question} />
          <ChoiceField of={fields.verdict} options={VERDICTS} />
          <LongField of={fields.words} rows={3} />
          <button type="submit">{text('publishing.questions.save')}</button>
        </ActionForm>
      ) : null}
    </section>
  )
}

const Words = ({ of }: { of: Inline }) => of.map(({ text }) => text).join('')
