import { sql } from 'kysely'
import { findCurrentStrategy } from '#modules/strategy.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { operator } from '#platform/users.ts'
import { demonstrate } from '../../src/app/demonstrate.server.ts'
import { setAccountable } from '../../src/modules/strategy/accountability/set-accountable.service.server.ts'
import { enter, newAccount, openDesk, setUpCodes } from '../support/accounts.ts'
import { municipalityIdOf } from '../support/editors.ts'
import type { Stand } from './drivers.ts'
import { ASKED_ACTIONS } from './rounds.ts'

/** Who saves; a session outlives the server. */
export type People = Pick<Stand, 'cookie' | 'head' | 'giver'>

const EMAILS = {
  specialist: 'specialist@example.lv',
  head: 'head@example.lv',
  coordinator: 'coordinator@example.lv',
} as const

/**
 * Signs in somebody who may edit and send files, the head of the department, and somebody who hands figures in for an
 * institution and answers for actions of the plan.
 */
export async function signInPeople(db: Database, secret: string): Promise<People> {
  const { desk } = await openDesk(db, { secret })
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  const made = { municipalityId, plan: 'liepaja-2020-2025', institution: 'lvg', accounts: new Map() }
  await demonstrate(db, made)
  await newAccount(desk, { municipalityId, email: EMAILS.specialist, role: 'educationSpecialist' })
  await newAccount(desk, { municipalityId, email: EMAILS.head, role: 'educationHead' })
  const accountId = await newAccount(desk, { municipalityId, email: EMAILS.coordinator })
  const asked = await findAskedForm(db, municipalityId)
  await giveRole(db, operator(municipalityId), {
    accountId,
    role: 'institutionCoordinator',
    scope: { kind: 'institution', municipalityId, id: asked.institutionId },
    validFrom: municipalDay(),
    validTo: null,
  })
  await letAnswer(db, municipalityId, accountId)
  const cookieOf = async (email: string) => {
    const { asker } = await enter(desk, email)
    return (await setUpCodes(desk, asker)).asker.cookie
  }
  return {
    cookie: await cookieOf(EMAILS.specialist),
    head: { cookie: await cookieOf(EMAILS.head) },
    giver: { cookie: await cookieOf(EMAILS.coordinator), accountId, municipalityId, ...asked },
  }
}

const findAskedForm = (db: Database, municipalityId: string) =>
  readAs(db, operator(municipalityId), async (tx) => {
    const { rows } = await sql<{ submissionId: string; institutionId: string }>`
      select s.id as "submissionId", i.id as "institutionId" from collection.submission s
        join collection.data_call c on c.id = s.call_id and c.key = 'vasaras-darbi'
        join registry.institution i on i.id = s.institution_id and i.key = 'lvg'`.execute(tx)
    return rows[0] ?? { submissionId: '', institutionId: '' }
  })

async function letAnswer(db: Database, municipalityId: string, accountId: string) {
  const keeper = operator(municipalityId)
  const plan = await readAs(db, keeper, (tx) => findCurrentStrategy(tx, municipalityId))
  if (!plan) throw new Error('letAnswer: the town has no plan')
  const place = { municipalityId, strategyId: plan.id, key: plan.key }
  const appointments = ASKED_ACTIONS.map((action) => ({ action, accountId, deputyId: null }))
  const problems = await setAccountable(db, keeper, place, appointments)
  if (Object.keys(problems).length > 0) throw new Error(`letAnswer: ${JSON.stringify(problems)}`)
}
