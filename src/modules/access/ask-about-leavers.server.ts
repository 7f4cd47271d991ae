import { v5 as uuidv5 } from 'uuid'
import { findLeavers } from '#modules/people.server'
import { findMunicipalityNames } from '#modules/registry.server'
import { addTask, findTask } from '#modules/work.server'
import { findAccountHolder } from '#platform/accounts/holders-store.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { findGivenGrants } from '#platform/rights/grant-store.server.ts'
import { THE_PUBLIC, theProgram, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import lv from './texts/lv.json' with { type: 'json' }

const TASK = 'access.left'
/** So long afterwards is asked: an end may be written down late, and a server may have stood still. */
const DAYS_BACK = 31
const DAYS_TO_ANSWER = 14
/** Names tasks, so that each is given once however often it is looked for. */
const NAMES = '5b0c5b8e-3c55-4a53-9d3e-6d1f6d5c1e77'

/**
 * Asks each administrator about whoever has left an institution and holds rights over the whole municipality still: no
 * program can say whether those were for the work that ended. Doing it again asks nobody twice.
 *
 * @returns how many tasks were given
 */
export async function askAboutLeavers(db: Database, at: Date): Promise<number> {
  const municipalities = await readAs(db, THE_PUBLIC, findMunicipalityNames)
  let given = 0
  for (const [municipalityId, slug] of municipalities)
    for (const task of await findTasks(db, municipalityId, municipalDay(at)))
      given += await give(db, { ...task, municipalityId, address: `/darbs/${slug}/tiesibas` })
  return given
}

type Wanted = { id: string; accountId: string; subject: string; dueOn: string }

async function findTasks(db: Database, municipalityId: string, today: string): Promise<Wanted[]> {
  return readAs(db, theAsker(municipalityId), async (tx) => {
    const leavers = await findLeavers(tx, municipalityId, addDays(today, -DAYS_BACK), today)
    if (leavers.length === 0) return []
    const grants = await findGivenGrants(tx, municipalityId, today)
    const wide = grants.filter(
      ({ scope, validFrom, delegatedFrom }) =>
        scope.kind === 'municipality' && validFrom <= today && delegatedFrom === undefined,
    )
    const administrators = new Set(
      wide.filter(({ role }) => role === 'administrator').map(({ accountId }) => accountId),
    )
    const tasks = new Map<string, Wanted>()
    for (const { accountId, on } of leavers) {
      if (!wide.some((grant) => grant.accountId === accountId)) continue
      const holder = await findAccountHolder(tx, municipalityId, accountId)
      const subject = `${holder?.name ?? accountId}: ${lv['access.left.task']}`
      for (const administrator of administrators) {
        if (administrator === accountId) continue
        const id = uuidv5([municipalityId, accountId, on, administrator].join(' '), NAMES)
        tasks.set(id, { id, accountId: administrator, subject, dueOn: addDays(on, DAYS_TO_ANSWER) })
      }
    }
    return [...tasks.values()]
  })
}

async function give(db: Database, task: Wanted & { municipalityId: string; address: string }) {
  const { municipalityId, id } = task
  const intent = {
    municipalityId,
    stream: 'messages',
    origin: 'computation',
    action: 'task.given',
    subject: TASK,
    isPublic: false,
    at: new Date(),
  } as const
  const asked = inChange(db, theAsker(municipalityId), intent, async (tx, change) => {
    if (await findTask(tx, municipalityId, id)) return
    await addTask(tx, change, { ...task, kind: TASK })
  })
  const { added } = await asked.catch((error: { code?: string }) => {
    // Another process has given it in this very moment.
    if (error.code === '23505') return { added: 0 }
    throw error
  })
  return added > 0 ? 1 : 0
}

const theAsker = (municipalityId: string): User =>
  theProgram([
    {
      capabilities: ['people.read', 'platform.grant.read', 'work.task.read', 'work.task.edit'],
      scope: { kind: 'municipality', municipalityId },
    },
  ])
