import { cellName } from '../form/fields.ts'
import type { Answers, CallElement, Option } from '../model.ts'
import { COLUMNS, WORK_STATES, type WorkState } from './works.ts'

/** How far one work of one institution is. Null: it was not said; a cost that was not said is no 0. */
export type Work = { state: WorkState | null; cost: number | null; note: string | null }

/** What an institution has handed in of a list of works. */
export type InstitutionWorks = {
  institutionId: string
  works: ReadonlyMap<string, Work>
  /** Files that show it. */
  photos: readonly string[]
}

/** Of one work how many institutions are how far, and what it cost those that say so. */
export type WorkTotal = {
  work: Option
  states: Readonly<Record<WorkState, number>>
  /** Institutions that have handed in the list without saying this. */
  unsaid: number
  cost: number
  /** How many say what it cost. */
  costed: number
}

/** A list of works over all institutions. */
export type WorksResult = {
  totals: readonly WorkTotal[]
  answered: number
  asked: number
  cost: number
}

/** What of the answers of an institution is about works. */
export function worksOf(
  institutionId: string,
  answers: Answers,
  list: Pick<CallElement, 'key' | 'rows'>,
): InstitutionWorks {
  const works = list.rows.map(({ key }) => {
    const state = answers.get(cellName(list.key, key, COLUMNS.state))
    const cost = answers.get(cellName(list.key, key, COLUMNS.cost))
    const note = answers.get(cellName(list.key, key, COLUMNS.note))
    return [
      key,
      {
        state: state?.kind === 'choice' ? (WORK_STATES.find((one) => one === state.choice) ?? null) : null,
        cost: cost?.kind === 'money' ? cost.number : null,
        note: note?.kind === 'text' ? note.text : null,
      },
    ] as const
  })
  const photos = [...answers.values()].flatMap((answer) => (answer.kind === 'photo' ? answer.fileId : []))
  return { institutionId, works: new Map(works), photos }
}

/**
 * Works by how far they are, over the institutions that have handed the list in, of how many were asked. Costs are
 * sums over those that say what a work cost, whatever its state.
 */
export function totalsOf(
  works: readonly Option[],
  handedIn: readonly InstitutionWorks[],
  asked: number,
): WorksResult {
  const totals = works.map((work) => {
    const own = handedIn.map((one) => one.works.get(work.key) ?? NOTHING)
    const costs = own.flatMap(({ cost }) => (cost === null ? [] : cost))
    return {
      work,
      states: Object.fromEntries(
        WORK_STATES.map((state) => [state, own.filter((one) => one.state === state).length]),
      ) as Record<WorkState, number>,
      unsaid: own.filter(({ state }) => state === null).length,
      cost: sum(costs),
      costed: costs.length,
    }
  })
  return { totals, answered: handedIn.length, asked, cost: sum(totals.map(({ cost }) => cost)) }
}

const NOTHING: Work = { state: null, cost: null, note: null }

/** Money is added in cents, so that nothing is lost on the way. */
const sum = (amounts: readonly number[]) =>
  amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100
