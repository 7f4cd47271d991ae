import { writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { User } from '#platform/users.ts'
import { type Intent, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { Replaced } from './keep-store.server.ts'
import { copyLives, findLivesToTurn, LIFE, type LifeRow, type Snapshot } from './life-store.server.ts'

/**
 * Brings the lives of findings in step with the data: what they no longer show is closed, what they show again is
 * open, and what was said of it is from before. Then the findings that everybody reads are told what is said of them.
 *
 * @param gone findings that the data have just stopped to show, whether anybody has said something of them or not
 * @returns whether readers see anything new
 */
export async function keepLives(
  db: Database,
  keeper: User,
  municipalityId: string,
  gone: Replaced['gone'],
): Promise<boolean> {
  const today = municipalDay()
  const intent = turning(municipalityId)
  const { changed, added } = await inChange(db, keeper, intent, async (tx, change) => {
    const turned = await findLivesToTurn(
      tx,
      municipalityId,
      gone.map(({ identity }) => identity),
    )
    const rows = turned.flatMap(({ life, finding }) => {
      if (life && !finding) return [close(life, today)]
      if (life && finding) return [inStep(life, finding, today)]
      return []
    })
    const known = new Set(turned.map(({ identity }) => identity))
    const unknown = gone.filter(({ identity }) => !known.has(identity))
    const fresh = new Map(unknown.map((row) => [row.identity, closedLife(row, today)]))
    await revise(tx, change, LIFE, [...rows, ...fresh.values()])
  })
  const copied = await writeAs(db, keeper, (tx) => copyLives(tx, municipalityId))
  return changed + added + copied > 0
}

const turning = (municipalityId: string): Intent => ({
  municipalityId,
  stream: 'kept',
  origin: 'computation',
  action: 'finding.turned',
  subject: 'findings',
  isPublic: false,
  at: new Date(),
})

const close = (life: LifeRow, today: string): LifeRow => ({ ...life, state: 'closed', closed_on: today })

/** A life as its finding stands now; one that was closed is open again, and what was said of it is from before. */
function inStep(life: LifeRow, finding: Snapshot, today: string): LifeRow {
  const seen = { ...life, ...finding }
  if (life.state !== 'closed') return seen
  return { ...seen, state: 'open', is_earlier: life.said !== null, reopened_on: today }
}

const closedLife = (row: Replaced['gone'][number], today: string): LifeRow => ({
  identity: row.identity,
  family: row.family,
  rule: row.rule,
  severity: row.severity,
  subjects: row.subjects,
  finding_lv: row.explanation_lv,
  finding_en: row.explanation_en,
  is_covered: row.is_covered,
  state: 'closed',
  said: null,
  said_lv: null,
  said_en: null,
  said_on: null,
  tells_no_figure: false,
  is_earlier: false,
  account_id: null,
  closed_on: today,
  reopened_on: null,
})
