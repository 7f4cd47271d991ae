import { sql } from 'kysely'
import { readRows, readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { wordsIn } from '#platform/texts/fold.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { FamilyWords } from './family.ts'
import { type FindingFilter, valuesOf } from './filter.ts'
import { anchorOf, type GatheredFinding } from './gather.ts'
import type { FindingLife } from './life.ts'
import { type RuleCount, SEVERITIES, type Severity } from './model.ts'
import type { FindingsTables } from './tables.server.ts'
import { byWeight, type Tallied } from './tally-store.server.ts'

type Own = Db<FindingsTables>

/** Which kept findings: those that answer the filter, of some families, about some kinds of things. */
export type KeptFilter = FindingFilter & {
  families?: readonly string[]
  /** Kinds of subjects of which it is about one at least. */
  kinds?: readonly string[]
  /** Parts of the data that it stands in. */
  parts?: readonly string[]
  /** Fragments of the page of findings. */
  anchors?: readonly string[]
}

/** A stretch of a list. */
export type Stretch = { from: number; most: number }

/** What was kept of a municipality's findings, in the order of pages. One statement. */
export async function findKept(
  db: Own,
  municipalityId: string,
  families: readonly FamilyWords[],
  filter: KeptFilter = {},
  stretch?: Stretch,
): Promise<GatheredFinding[]> {
  const query = db
    .selectFrom('findings.finding')
    .select(['family', 'rule', 'number', 'severity', 'subjects', 'belongs_to'])
    .select(TOLD)
    .where('municipality_id', '=', municipalityId)
    .where(answers(filter))
    .orderBy('rank')
    .orderBy('position')
    .orderBy('number')
  const rows = await readRows(db, stretch ? query.offset(stretch.from).limit(stretch.most) : query)
  const titleOf = titlesOf(families)
  return rows.map((row) => asFinding(row, titleOf))
}

/** The places on their page of the kept findings that answer a filter, in order. One statement. */
export async function findKeptAnchors(
  db: Own,
  municipalityId: string,
  filter: KeptFilter = {},
): Promise<string[]> {
  const rows = await readRows(
    db,
    db
      .selectFrom('findings.finding')
      .select(['rule', 'number'])
      .where('municipality_id', '=', municipalityId)
      .where(answers(filter))
      .orderBy('rank')
      .orderBy('position')
      .orderBy('number'),
  )
  return rows.map(({ rule, number }) => anchorOf(rule, number))
}

/** Counts kept findings by rule and weight, in the order of the rules. One statement. */
export async function countKept(
  db: Own,
  municipalityId: string,
  filter: KeptFilter = {},
): Promise<RuleCount[]> {
  const rows = await db
    .selectFrom('findings.finding')
    .select(['family', 'rule', 'severity'])
    .select(sql<number>`count(*)::int`.as('count'))
    .where('municipality_id', '=', municipalityId)
    .where(answers(filter))
    .groupBy(['family', 'rule', 'severity', 'rank'])
    .orderBy('rank')
    .orderBy(byWeight)
    .execute()
  return rows.map(({ rule, ...row }) => ({ ...row, code: rule }))
}

/** How many findings stand before one in the list of those that answer a filter; undefined without it. */
export async function findPlace(
  db: Own,
  municipalityId: string,
  anchor: string,
  filter: KeptFilter = {},
): Promise<number | undefined> {
  const [, rule, number] = /^(.+)-([1-9]\d{0,8})$/.exec(anchor) ?? []
  if (rule === undefined) return undefined
  const [row] = await readSql(
    db,
    sql<{ place: number }>`select place from (
        select rule, number, (row_number() over (order by rank, position, number) - 1)::int as place
        from findings.finding where municipality_id = ${municipalityId} and ${answers(filter)}
      ) listed where rule = ${rule} and number = ${Number(number)}`,
  )
  return row?.place
}

/** How many findings of a family belong to each of some codes of a facet, and how much the weightiest weighs. */
export async function weighByFacet(
  db: Own,
  municipalityId: string,
  {
    family,
    facet,
    codes,
    parts,
  }: { family: string; facet: string; codes: readonly string[]; parts: readonly string[] },
): Promise<Map<string, { count: number; severity: Severity }>> {
  const rows = await readSql(
    db,
    sql<{ code: string; count: number; weight: number }>`select code, count(*)::int as count,
        min(array_position(${[...SEVERITIES]}::text[], severity))::int as weight
      from findings.finding, jsonb_array_elements_text(belongs_to -> ${facet}) as belonging (code)
      where municipality_id = ${municipalityId} and family = ${family} and ${isOneOf('part', parts)}
        and code = any(${codes}::text[])
      group by code`,
  )
  return new Map(
    rows.map(({ code, count, weight }) => [code, { count, severity: SEVERITIES[weight - 1] ?? 'notice' }]),
  )
}

/** How many findings that answer a filter belong to each code of a facet. One statement. */
export async function countKeptByFacet(
  db: Own,
  municipalityId: string,
  facet: string,
  filter: KeptFilter = {},
): Promise<Map<string, number>> {
  const rows = await readSql(
    db,
    sql<{ code: string; count: number }>`select code, count(*)::int as count
      from findings.finding, jsonb_array_elements_text(belongs_to -> ${facet}) as belonging (code)
      where municipality_id = ${municipalityId} and ${answers(filter)}
      group by code`,
  )
  return new Map(rows.map(({ code, count }) => [code, count]))
}

/** The codes of each facet to which any kept finding belongs. One statement. */
export async function findFacetCodes(db: Own, municipalityId: string): Promise<Map<string, Set<string>>> {
  const rows = await readSql(
    db,
    sql<{ facet: string; code: string }>`select distinct facet, code
      from findings.finding, jsonb_each(belongs_to) as facets (facet, codes),
        jsonb_array_elements_text(codes) as belonging (code)
      where municipality_id = ${municipalityId}`,
  )
  const codes = Map.groupBy(rows, ({ facet }) => facet)
  return new Map([...codes].map(([facet, some]) => [facet, new Set(some.map(({ code }) => code))]))
}

/** The first finding of some rules and weights, in the order given, and how many more there are. One statement. */
export async function findFirst(
  db: Own,
  municipalityId: string,
  families: readonly FamilyWords[],
  groups: readonly Tallied[],
): Promise<{ finding: GatheredFinding; others: number }[]> {
  if (groups.length === 0) return []
  const rows = await readRows(
    db,
    db
      .selectFrom('findings.finding')
      .select(['id', 'family', 'rule', 'number', 'severity', 'subjects', 'belongs_to'])
      .select(TOLD)
      .where('municipality_id', '=', municipalityId)
      .where(
        'id',
        'in',
        groups.map(({ firstId }) => firstId),
      ),
  )
  const titleOf = titlesOf(families)
  return groups.flatMap(({ firstId, count }) => {
    const row = rows.find(({ id }) => id === firstId)
    return row ? [{ finding: asFinding(row, titleOf), others: count - 1 }] : []
  })
}

/** What is told of a finding besides what it is about. */
const TOLD = [
  'explanation_lv',
  'explanation_en',
  'is_covered',
  'state',
  'said',
  'said_lv',
  'said_en',
  'said_on',
  'is_earlier',
] as const

type KeptRow = Pick<
  FindingsTables['findings.finding'],
  'family' | 'rule' | 'number' | 'severity' | 'subjects' | 'belongs_to' | (typeof TOLD)[number]
>

function asFinding(row: KeptRow, titleOf: (row: KeptRow) => LocalText): GatheredFinding {
  return {
    code: row.rule,
    severity: row.severity,
    explanation: { lv: row.explanation_lv, en: row.explanation_en },
    family: row.family,
    title: titleOf(row),
    subjects: row.subjects,
    belongsTo: row.belongs_to,
    anchor: anchorOf(row.rule, row.number),
    ...(row.is_covered ? { isCovered: true } : {}),
    ...(row.state === 'open' && row.said === null ? {} : { life: lifeOf(row) }),
  }
}

/** What readers are told of a finding of which something was said. */
export function lifeOf(
  row: Pick<KeptRow, 'state' | 'said' | 'said_lv' | 'said_en' | 'said_on' | 'is_earlier'>,
): FindingLife {
  const { state, said, said_lv: lv, said_en: en, said_on: on, is_earlier: isEarlier } = row
  if (said === null || on === null) return { state, response: null }
  return { state, response: { saying: said, words: lv === null ? null : { lv, en }, on, isEarlier } }
}

function titlesOf(families: readonly FamilyWords[]) {
  const titles = new Map(
    families.flatMap(({ name, rules }) => rules.map(({ code, title }) => [`${name} ${code}`, title])),
  )
  return ({ family, rule }: KeptRow) => titles.get(`${family} ${rule}`) ?? { lv: rule, en: rule }
}

const isOneOf = (column: string, values: readonly string[] | undefined) =>
  values === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = any(${values}::text[])`

/** What `filterFindings` asks, put to the table. */
function answers(filter: KeptFilter) {
  const { severity, family, code, state, belongsTo = {}, text, families, kinds, parts, anchors } = filter
  const conditions = [
    isOneOf('family', families),
    isOneOf('part', parts),
    ...Object.entries({ severity, family, rule: code, state }).flatMap(([column, asked]) => {
      const values = valuesOf(asked)
      return values.length > 0 ? [sql<boolean>`${sql.ref(column)} = any(${values}::text[])`] : []
    }),
    ...Object.entries(belongsTo).flatMap(([facet, asked]) => {
      const values = valuesOf(asked)
      const belongs = values.map((one) => sql`belongs_to @> ${JSON.stringify({ [facet]: [one] })}::jsonb`)
      return belongs.length > 0 ? [sql<boolean>`(${sql.join(belongs, sql` or `)})`] : []
    }),
    ...wordsIn(text ?? '').map((word) => sql<boolean>`position(${word} in words) > 0`),
  ]
  if (anchors) conditions.push(sql<boolean>`rule || '-' || number = any(${anchors}::text[])`)
  if (kinds) {
    const isOfKind = kinds.map((kind) => sql`subjects @> ${JSON.stringify([{ subject: { kind } }])}::jsonb`)
    conditions.push(sql<boolean>`(${sql.join(isOfKind, sql` or `)})`)
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}
