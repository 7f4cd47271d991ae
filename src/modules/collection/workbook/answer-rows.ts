import type { LocalText } from '#platform/texts/text.ts'
import { asValue } from '../checks/index.ts'
import { type Field, fieldsOf } from '../form/fields.ts'
import { labelOf } from '../form/sections.ts'
import type { Submission } from '../life/submission.ts'
import type { Answer, Answers, CallForm, DataCall } from '../model.ts'
import type { Words } from './words.ts'

/** The columns of all answers of a call, in their order, by the names that programs know them by. */
export const ANSWER_COLUMNS = [
  'call',
  'period',
  'institution',
  'institution_name',
  'state',
  'version',
  'handed_in_at',
  'element',
  'row',
  'column',
  'name',
  'kind',
  'unit',
  'status',
  'value',
  'numerator',
  'denominator',
  'day',
  'choice',
  'choice_name',
  'text',
  'reason',
] as const

export type AnswerCell = string | number | null

/** Answers of one institution, as they were handed in last. */
export type AnsweredBy = {
  call: Pick<DataCall, 'key' | 'period'>
  institution: { key: string; name: LocalText }
  submission: Pick<Submission, 'state' | 'handedIn'>
  /** Undefined where nothing was handed in. */
  answers: Answers | undefined
}

/**
 * A row for every field, also where there is no answer: whether that is since the institution has not handed in,
 * since the field was left blank, or for a reason, stands in words in `status`.
 */
export function answerRows(form: CallForm, of: AnsweredBy, words: Words): AnswerCell[][] {
  const { call, institution, submission, answers } = of
  const { state, handedIn } = submission
  const shared = [
    call.key,
    call.period,
    institution.key,
    words.local(institution.name),
    words.text(`collection.form.state.${state}`),
    handedIn?.version ?? null,
    handedIn?.at.toISOString() ?? null,
  ]
  return fieldsOf(form.elements).map((field) => [
    ...shared,
    field.element.key,
    field.row?.key ?? null,
    field.column?.key ?? null,
    labelOf(field, words.local),
    words.text(`collection.answers.kind.${field.kind}`),
    field.kind === 'share' ? '%' : field.unit,
    ...answerCells(field, answers, words),
  ])
}

function answerCells(field: Field, answers: Answers | undefined, words: Words): AnswerCell[] {
  const answer = answers?.get(field.name)
  const is = <Kind extends Answer['kind']>(kind: Kind) =>
    answer?.kind === kind ? (answer as Extract<Answer, { kind: Kind }>) : undefined
  const value = answer && ['count', 'money', 'share'].includes(answer.kind) ? asValue(answer) : null
  const chosen = is('choice')
  const choice = field.choices.find(({ key }) => key === chosen?.choice)
  return [
    words.text(`collection.answers.status.${statusOf(answers, answer)}`),
    typeof value === 'number' ? value : null,
    is('share')?.numerator ?? null,
    is('share')?.denominator ?? null,
    is('date')?.day ?? null,
    chosen?.choice ?? null,
    choice ? words.local(choice.name) : null,
    is('text')?.text ?? is('photo')?.fileId ?? null,
    is('missing')?.reason ?? null,
  ]
}

function statusOf(answers: Answers | undefined, answer: Answer | undefined) {
  if (!answers) return 'notHandedIn'
  if (!answer) return 'blank'
  return answer.kind === 'missing' ? answer.missing : 'answered'
}
