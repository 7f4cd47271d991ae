import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator } from '#platform/users.ts'
import {
  askedOf,
  plantAsking,
  plantFormula,
  plantHandingIn,
  plantSchools,
  specialistOf,
  type Town,
} from '../../../../tests/support/answered-calls.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf } from '../../../../tests/support/editors.ts'
import { acceptSubmission, reopenSubmission, returnSubmission } from './decide.service.server.ts'
import { recompute } from './recompute.service.server.ts'

const SCHOOLS = 4
const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) => {
  const municipality = { id: await municipalityIdOf(db, 'liepaja'), slug: 'liepaja' }
  const names = Array.from({ length: SCHOOLS }, (_, place) => `again-${place}`)
  const town = await plantSchools(db, municipality, names)
  await plantFormula(db, town, { catalogue: 'again', code: 'share' })
  return town
})

/** What happens to one school: it hands in, or somebody decides. */
const step = fc.record({
  school: fc.nat(SCHOOLS - 1),
  act: fc.constantFrom('handIn', 'accept', 'accept', 'return', 'reopen'),
  part: fc.nat(20),
  rest: fc.nat(20),
  isMissing: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
type Answers = { taking_part: number; pupils: number } | null

/** Takes a step where it may be taken; answers what is accepted of the school after it, if that has changed. */
async function take(db: Database, town: Town, call: string, one: Step, last: Map<number, Answers>) {
  const school = town.schools[one.school] ?? { id: '', key: '' }
  const asked = await askedOf(db, town, call, school)
  const { submission } = asked
  const seen = { version: submission.handedIn?.version ?? 0, decision: submission.decision?.number ?? 0 }
  const by = specialistOf(town)
  if (one.act === 'handIn') {
    if (submission.state === 'submitted' || submission.state === 'accepted') return undefined
    const answers: Answers = one.isMissing ? null : { taking_part: one.part, pupils: one.part + one.rest }
    last.set(one.school, answers)
    const given = answers ?? { taking_part: '?', pupils: 'n/a' }
    await plantHandingIn(db, town, { call, school, given })
    return undefined
  }
  if (one.act === 'return') await returnSubmission(db, by, asked, { seen, reason: 'Jālabo', remarks: [] })
  if (one.act === 'reopen') await reopenSubmission(db, by, asked, { seen, reason: 'Jālabo' })
  if (one.act !== 'accept') return undefined
  const decided = await acceptSubmission(db, by, asked, { seen })
  return decided.kind === 'decided' ? (last.get(one.school) ?? null) : undefined
}

const figureOf = (db: Database, town: Town, period: string) =>
  readAs(db, operator(town.id), async (tx) => {
    const { rows } = await sql<{ numerator: number | null; denominator: number | null }>`
      select o.numerator::float8 as numerator, o.denominator::float8 as denominator from indicators.observation o
      join indicators.series s on s.municipality_id = o.municipality_id and s.id = o.series_id
      where s.catalogue = 'again' and o.period = ${period} order by o.revision desc limit 1`.execute(tx)
    return rows[0]
  })

test('whatever is handed in, accepted and given back, the figure is the sum of what was accepted last', async ({
  db,
  town,
}) => {
  let year = 2030
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 18 }), async (steps) => {
      year += 1
      const call = `again-${year}`
      const callId = await plantAsking(db, town, { key: call, period: String(year) })
      const accepted = new Map<number, Answers>()
      const last = new Map<number, Answers>()
      for (const one of steps) {
        const now = await take(db, town, call, one, last)
        if (now !== undefined) accepted.set(one.school, now)
      }
      const counted = [...accepted.values()].filter((one) => one !== null)
      const sum = counted.reduce(
        (total, one) => ({
          taking_part: total.taking_part + one.taking_part,
          pupils: total.pupils + one.pupils,
        }),
        { taking_part: 0, pupils: 0 },
      )
      const figure = await figureOf(db, town, String(year))
      if (accepted.size === 0) expect(figure).toBeUndefined()
      else if (sum.pupils === 0) expect(figure).toEqual({ numerator: null, denominator: null })
      else expect(figure).toEqual({ numerator: sum.taking_part, denominator: sum.pupils })
      expect(await recompute(db, specialistOf(town), town.id, callId)).toBe(0)
    }),
    { numRuns: 12, seed: 11 },
  )
})
