import { countLearnersByGrade, countStaff } from '#modules/people.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { cellName } from '../form/fields.ts'
import type { Answer, Answers, CallElement } from '../model.ts'
import { gradeOf, isRegister, type Register } from './registers.ts'

/** What registers tell of institutions on a day, as far as the reader may see them: by grade, and all together. */
export type Registered = {
  day: string
  learners: ReadonlyMap<string, number>
  byGrade: ReadonlyMap<string, ReadonlyMap<number, number>>
  staff: ReadonlyMap<string, number>
}

/** Counts what the registers hold on a day. Two statements. */
export async function readRegistered(
  tx: DatabaseTransaction,
  municipalityId: string,
  day: string,
): Promise<Registered> {
  const grades = await countLearnersByGrade(tx, municipalityId, day)
  const staff = await countStaff(tx, municipalityId, day)
  const learners = new Map<string, number>()
  const byGrade = new Map<string, Map<number, number>>()
  for (const { institutionId, grade, count } of grades) {
    learners.set(institutionId, (learners.get(institutionId) ?? 0) + count)
    const own = byGrade.get(institutionId) ?? new Map<number, number>()
    byGrade.set(institutionId, own)
    if (grade !== null) own.set(grade, count)
  }
  return { day, learners, byGrade, staff: new Map(staff.map((one) => [one.institutionId, one.count])) }
}

/**
 * What a register answers to an element for an institution, by field. Empty where it knows nobody there: that somebody
 * is not in the register does not make a zero.
 */
export function registeredAnswers(
  element: Pick<CallElement, 'key' | 'kind' | 'register' | 'rows' | 'columns'>,
  registered: Registered,
  institutionId: string,
): Answers {
  if (!isRegister(element.register)) return new Map()
  return ANSWERS[element.register](element, registered, institutionId)
}

type Answering = (
  element: Pick<CallElement, 'key' | 'kind' | 'rows' | 'columns'>,
  registered: Registered,
  institutionId: string,
) => Answers

const ANSWERS: Readonly<Record<Register, Answering>> = {
  'people.learners': ({ key, kind }, { learners }, id) => one(key, kind, learners.get(id)),
  'people.staff': ({ key, kind }, { staff }, id) => one(key, kind, staff.get(id)),
  'people.learnersByGrade': ({ key, rows, columns }, { byGrade }, id) => {
    const own = byGrade.get(id)
    const column = columns.find(({ kind, computed }) => kind === 'count' && computed === null)
    if (!own || !column) return new Map()
    return new Map(
      rows.flatMap((row): [string, Answer][] => {
        const count = own.get(gradeOf(row.key) ?? Number.NaN)
        return count === undefined
          ? []
          : [[cellName(key, row.key, column.key), { kind: 'count', number: count }]]
      }),
    )
  },
}

const one = (key: string, kind: CallElement['kind'], count: number | undefined): Answers =>
  kind !== 'count' || count === undefined ? new Map() : new Map([[key, { kind: 'count', number: count }]])
