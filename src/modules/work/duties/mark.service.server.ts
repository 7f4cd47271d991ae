import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, type Intent, inChange } from '#platform/write/change.server.ts'
import { endTasks } from '../task-service.server.ts'
import type { Mark } from './duty.ts'
import { findMarksOf, insertMark } from './duty-store.server.ts'
import { DUTY_TASK } from './duty-task.ts'
import { holdingMark } from './standing.ts'

/** One time of a duty, of the municipality or of one institution. */
export type AskedTime = {
  municipalityId: string
  institutionId: string | null
  duty: string
  period: string
  /** Where it is marked, in its Latvian form: tasks that lead there end with it. */
  address: string
  /** How often something had been said of it when the form was drawn. */
  version: number
  /** Names the filling-in: sent twice, it is said once. */
  once: string
}

/** What is said of it. */
export type Said = Pick<Mark, 'doneOn' | 'note' | 'link' | 'file'> & { kind: 'done' | 'notApplicable' }

/** What somebody else has said since the form was drawn. */
export type SaidMeanwhile = { meanwhile: { version: number; mark: Mark | null } }

/**
 * Says of one time of a duty that it is done, with what shows it, or that it is not applicable, and why. Everybody reads
 * it at once, and whoever was asked to do it is no longer.
 *
 * @returns what somebody else has said meanwhile; undefined when it is kept
 * @throws Refused without the right over the municipality or the institution
 */
export const markDuty = (db: Database, user: User, asked: AskedTime, said: Said) =>
  say(db, user, asked, async (tx, change, before) => {
    if (before) return false
    await insertMark(tx, change, { ...placeOf(asked), ...said, id: asked.once, accountId: user.id })
    await endTasks(tx, change, { kind: DUTY_TASK, address: asked.address, state: 'done' })
    return true
  })

/**
 * Takes back what was said last of one time of a duty; both stay in the record.
 *
 * @returns what somebody else has said meanwhile
 * @throws Refused where nothing holds that could be taken back
 */
export const withdrawMark = (db: Database, user: User, asked: AskedTime, reason: string) =>
  say(db, user, asked, async (tx, change, before) => {
    if (!before) refuse(400, 'work.duties.refused.nothing')
    const nothing = { doneOn: null, link: null, file: null } as const
    const row = { ...placeOf(asked), ...nothing, kind: 'withdrawn' as const, note: reason }
    await insertMark(tx, change, { ...row, id: asked.once, accountId: user.id })
    return true
  })

type Saying = (tx: DatabaseTransaction, change: Change, before: Mark | null) => Promise<boolean>

/** What everybody reads has one writer at a time in a municipality, so that nobody says something between the two steps. */
async function say(
  db: Database,
  user: User,
  asked: AskedTime,
  work: Saying,
): Promise<SaidMeanwhile | undefined> {
  const { municipalityId, institutionId, version, once } = asked
  demand(user, 'work.duty.edit', { municipalityId, ...(institutionId === null ? {} : { institutionId }) })
  const { result } = await inChange(
    db,
    user,
    intentOf(asked),
    async (tx, change) => {
      const said = await findMarksOf(tx, municipalityId, asked)
      if (said.some(({ id }) => id === once)) return undefined
      const isUnseen = said.length !== version
      if (!isUnseen && (await work(tx, change, holdingMark(said)))) return undefined
      return { meanwhile: { version: said.length, mark: holdingMark(said) } }
    },
    { municipalityId },
  )
  return result
}

const placeOf = ({ duty, period, institutionId }: AskedTime) => ({ duty, period, institutionId })

const intentOf = ({ municipalityId, duty, period }: AskedTime): Intent => ({
  municipalityId,
  stream: 'plan',
  origin: 'form',
  action: 'duty.marked',
  subject: `${duty} ${period}`,
  isPublic: true,
  at: new Date(),
})
