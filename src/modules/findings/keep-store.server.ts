import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { inBatches } from '#platform/database/in-batches.ts'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { keepInTurn } from '#platform/keep/keep-in-turn.server.ts'
import { fold } from '#platform/texts/fold.ts'
import type { FoundIn } from './family.ts'
import type { LinkedFinding } from './gather.ts'
import type { FindingsTables } from './tables.server.ts'

/** A finding as it is kept: where it stands, and in which order pages show it. */
export type FindingToKeep = LinkedFinding & Pick<FoundIn, 'part' | 'position'> & { rank: number }

type Own = Db<FindingsTables>
type KeptRow = FindingsTables['findings.finding']
/** Parts of the data of a family, by key. */
type Parts = { family: string; parts: readonly string[] }

/** What replacing did: whether anything is another than before, and what is no longer there. */
export type Replaced = { isChanged: boolean; gone: KeptRow[] }

/**
 * Puts findings in the place of those that were kept of some parts. One that was there before keeps its id, its
 * number and what was said of it; new ones get the next numbers of their rule.
 */
export async function replaceParts(
  db: Own,
  municipalityId: string,
  { family, parts }: Parts,
  findings: readonly FindingToKeep[],
): Promise<Replaced> {
  await keepInTurn(db, municipalityId)
  const before = await readRows(
    db,
    db
      .selectFrom('findings.finding')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('family', '=', family)
      .where(sql<boolean>`part = any(${parts}::text[])`)
      .orderBy('number'),
  )
  const known = Map.groupBy(before, ({ rule, subjects }) => identityOf(rule, subjects))
  const rows = findings.map((finding) => {
    const same = known.get(identityOf(finding.code, finding.subjects))?.shift()
    return { same, row: asRow(municipalityId, finding) }
  })
  const gone = [...known.values()].flat()
  const altered = rows.filter(({ same, row }) => same && !isSame(same, row))
  const added = rows.filter(({ same }) => same === undefined)
  if (gone.length + altered.length + added.length === 0) return { isChanged: false, gone }
  const next = await findNextNumbers(db, municipalityId)
  const replaced = [...gone, ...altered.flatMap(({ same }) => same ?? [])].map(({ id }) => id)
  await deleteRows(db, municipalityId, replaced)
  const numbered = [
    ...altered.flatMap(({ same, row }) => (same ? { ...same, ...row } : [])),
    ...added.map(({ row }) => {
      const number = next.get(row.rule) ?? 1
      next.set(row.rule, number + 1)
      return { ...NOTHING_SAID, ...row, id: uuidv7(), number }
    }),
  ]
  for (const batch of inBatches(numbered)) {
    await db.insertInto('findings.finding').values(batch.map(asStored)).execute()
  }
  return { isChanged: true, gone }
}

/** Of a finding that is new nobody has said anything. */
const NOTHING_SAID = {
  state: 'open',
  said: null,
  said_lv: null,
  said_en: null,
  said_on: null,
  is_earlier: false,
} as const

/** Deletes what was kept of a family's parts besides those given. Answers whether there was any. */
export async function deleteParts(
  db: Own,
  municipalityId: string,
  { family, parts }: Parts,
): Promise<boolean> {
  await keepInTurn(db, municipalityId)
  const deleted = await db
    .deleteFrom('findings.finding')
    .where('municipality_id', '=', municipalityId)
    .where('family', '=', family)
    .where(sql<boolean>`part <> all(${parts}::text[])`)
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}

function deleteRows(db: Own, municipalityId: string, ids: readonly string[]) {
  return db
    .deleteFrom('findings.finding')
    .where('municipality_id', '=', municipalityId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

/** The number that the next finding of each rule gets; rules without any are absent. */
async function findNextNumbers(db: Own, municipalityId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('findings.finding')
    .select(['rule', sql<number>`max(number) + 1`.as('next')])
    .where('municipality_id', '=', municipalityId)
    .groupBy('rule')
    .execute()
  return new Map(rows.map(({ rule, next }) => [rule, next]))
}

/**
 * By what a finding is known again, whatever the figures in its words: its rule and what it is about. A rule may
 * say two things about the same, which then share what is said of them.
 */
export const identityOf = (rule: string, subjects: KeptRow['subjects']) =>
  createHash('sha256')
    .update(JSON.stringify([rule, subjects.map(({ subject }) => canonical(subject))]))
    .digest('hex')
    .slice(0, 32)

type NewRow = Omit<KeptRow, 'id' | 'number' | keyof typeof NOTHING_SAID>

const asRow = (municipalityId: string, finding: FindingToKeep): NewRow => ({
  municipality_id: municipalityId,
  family: finding.family,
  rule: finding.code,
  part: finding.part,
  rank: finding.rank,
  position: finding.position,
  severity: finding.severity,
  subjects: finding.subjects,
  belongs_to: Object.fromEntries(
    Object.entries(finding.belongsTo).map(([facet, codes]) => [facet, [...codes]]),
  ),
  explanation_lv: finding.explanation.lv,
  explanation_en: finding.explanation.en,
  words: fold(`${finding.explanation.lv} ${finding.explanation.en}`),
  is_public: true,
  identity: identityOf(finding.code, finding.subjects),
  is_covered: finding.isCovered ?? false,
})

const isSame = (before: KeptRow, row: NewRow) =>
  Object.entries(row).every(
    ([column, value]) => canonical(before[column as keyof NewRow]) === canonical(value),
  )

/** Text that is equal exactly for equal values: jsonb does not keep the order of its keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join()}}`
}

/** jsonb wants text. */
const asStored = (row: KeptRow) =>
  ({ ...row, subjects: JSON.stringify(row.subjects), belongs_to: JSON.stringify(row.belongs_to) }) as never
