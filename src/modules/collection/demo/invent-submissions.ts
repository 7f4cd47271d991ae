import { v4 as uuidv4, v7 as uuidv7 } from 'uuid'
import type { Random } from '#platform/generate/random.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { evaluateChecks, withComputed } from '../checks/index.ts'
import { fieldsOf } from '../form/fields.ts'
import { typedOf } from '../form/read-answers.ts'
import { columnsOf } from '../life/answer-row.ts'
import type { Answers, CallElement, Check, DataCall } from '../model.ts'
import type { WrittenRows } from './demo-store.server.ts'
import type { Fate } from './fates.ts'

/** One institution and what it did with a call of the demonstration. */
export type Invented = {
  call: DataCall
  elements: readonly CallElement[]
  checks: readonly Check[]
  submissionId: string
  institutionId: string
  fate: Fate
  answers: Answers
  /** Its answers a period earlier; undefined where there are none. */
  last: Answers | undefined
  now: Date
  random: Random
  /** Who answered and who decided: two, since nobody accepts what is their own. */
  people: { giver: string; decider: string }
}

/** The steps of an institution as rows of their tables, none of them in the future. */
export function writtenRows(invented: Invented): WrittenRows {
  const { call, submissionId, institutionId, fate, answers, now, random, people } = invented
  const own = { institution_id: institutionId, submission_id: submissionId }
  const before = (at: Date, share: number) =>
    new Date(at.getTime() + (Math.min(call.dueAt.getTime(), now.getTime()) - at.getTime()) * share)
  const begun = before(call.opensAt, 0.1 + 0.3 * random.next())
  const handed = before(begun, 0.2 + 0.5 * random.next())
  const decided = before(handed, 0.3 + 0.6 * random.next())
  const rows: WrittenRows = {
    'collection.edit': [],
    'collection.attempt': [],
    'collection.handing_in': [],
    'collection.submission_value': [],
    'collection.check_result': [],
    'collection.decision': [],
  }
  if (fate === 'notStarted' || fate === 'excused') return rows
  const typed = Object.entries(typedOf(answers))
  const shown = fate === 'draft' || fate === 'failed' ? typed.slice(0, Math.ceil(typed.length / 2)) : typed
  rows['collection.edit'].push({
    ...own,
    id: uuidv7(),
    number: 1,
    client: uuidv4(),
    seq: 1,
    base: 0,
    fields: Object.fromEntries(shown),
    held: {},
    account_id: people.giver,
    at: begun,
  })
  if (fate === 'failed')
    rows['collection.attempt'].push({
      ...own,
      id: uuidv7(),
      way: 'workbook',
      hard: 1,
      soft: 0,
      unreadable: 2,
      account_id: people.giver,
      at: handed,
    })
  if (fate === 'draft' || fate === 'failed') return rows
  rows['collection.handing_in'].push(handingIn(invented, handed))
  rows['collection.submission_value'].push(...valuesOf(invented))
  rows['collection.check_result'].push(...resultsOf(invented))
  if (fate === 'submitted') return rows
  const { kind, reason, remarks } = decisionOf(fate)
  rows['collection.decision'].push({
    ...own,
    number: 1,
    version: 1,
    author: people.giver,
    kind,
    decided_by: people.decider,
    reason,
    remarks,
    is_correction: false,
    at: decided,
  })
  return rows
}

function handingIn({ call, submissionId, institutionId, answers, random, people }: Invented, at: Date) {
  const missing = [...answers.values()].filter(({ kind }) => kind === 'missing').length
  return {
    institution_id: institutionId,
    submission_id: submissionId,
    version: 1,
    author: people.giver,
    once: uuidv7(),
    way: 'invented' as const,
    minutes:
      random.next() < 0.8 ? Math.max(1, Math.round(call.estimatedMinutes * (0.5 + random.next()))) : null,
    answered: answers.size - missing,
    missing,
    soft: 0,
    at,
  }
}

function valuesOf({ elements, submissionId, institutionId, answers }: Invented) {
  const all = withComputed(elements, answers)
  return fieldsOf(elements).flatMap((field) => {
    const answer = all.get(field.name)
    return answer
      ? [
          {
            institution_id: institutionId,
            submission_id: submissionId,
            version: 1,
            field: field.name,
            element_id: field.element.elementId,
            ...columnsOf(field.kind, answer),
          },
        ]
      : []
  })
}

/** Invented answers hold what must hold; what cannot be told yet is said. */
function resultsOf({ elements, checks, submissionId, institutionId, answers, last }: Invented) {
  const context = { peers: new Map(), ...(last ? { last } : {}) }
  const outcomes = evaluateChecks({ elements, checks }, withComputed(elements, answers), context)
  return outcomes.flatMap(({ check, outcome, told }) =>
    outcome === 'held'
      ? []
      : [
          {
            institution_id: institutionId,
            submission_id: submissionId,
            version: 1,
            check_key: check.key,
            outcome: outcome === 'failed' ? ('failed' as const) : ('notTold' as const),
            told,
            comment: outcome === 'failed' ? 'Izdomāts skaidrojums: mainījies uzņemto bērnu skaits.' : null,
          },
        ],
  )
}

function decisionOf(fate: Fate) {
  return fate === 'returned'
    ? {
        kind: 'returned' as const,
        reason: 'Lūdzu, pārskatiet atzīmēto lauku.',
        remarks: [{ field: 'uzturesana', text: 'Vai summā ir arī kapitālie remonti? Tie šeit neietilpst.' }],
      }
    : { kind: 'accepted' as const, reason: null, remarks: [] }
}

/** The school year that a day lies in, by the year in which it began. */
export const schoolYearOf = (now: Date): number => {
  const [year = '', month = ''] = municipalDay(now).split('-')
  return Number(month) >= 9 ? Number(year) : Number(year) - 1
}
