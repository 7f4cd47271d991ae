import { type QueryExecutorProvider, sql } from 'kysely'
import { declareCapabilities } from '#platform/rights/capabilities.ts'
import type { TenantTable } from '#platform/rights/declaration.ts'
import { LEVELS, levelsBetween } from '#platform/rights/levels.ts'
import { type PolicyForm, rightsOf } from '#platform/rights/policies.ts'
import type { TriedTable } from './attempts.ts'

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities {
    [planted: `planted.${string}`]: true
  }
}

/** Each way in which rows can be published, kept and opened. */
const KINDS: Pick<
  TenantTable,
  'published' | 'writing' | 'opened' | 'own' | 'publicMayInsert' | 'memberMayUpdate'
>[] = [
  { published: 'flag', writing: 'change' },
  { published: 'no', writing: 'append' },
  { published: 'copy', writing: 'change' },
  { published: 'no', writing: 'change' },
  { published: 'flag', writing: 'append' },
  { published: 'no', writing: 'change', own: { column: 'account_id' } },
  { published: 'flag', writing: 'change', own: { column: 'account_id', mayChange: true } },
  {
    published: 'no',
    writing: 'change',
    publicMayInsert: ['municipality_id', 'institution_id', 'group_id', 'person_id'],
    memberMayUpdate: ['account_id'],
  },
]
const OPENED: typeof KINDS = [
  { published: 'no', writing: 'change', opened: true },
  { published: 'no', writing: 'append', opened: true },
  { published: 'flag', writing: 'change', opened: true },
]

type Shape = Omit<TenantTable, 'read' | 'write' | 'audit'>

/** Every pair of a widest and a narrowest level, with the kinds in turn; records of persons besides. */
function shapesOf(form: PolicyForm): Shape[] {
  const shift = form === 'inline' ? 2 : 0
  const pairs = LEVELS.slice(1).flatMap((reach) =>
    levelsBetween('country', reach).map((from) => ({ from, reach: reach as Shape['reach'] })),
  )
  return pairs.flatMap((pair, index) => {
    const kinds = [KINDS[(index + shift) % KINDS.length]]
    if (pair.reach === 'person') kinds.push(OPENED[(index + shift) % OPENED.length])
    return kinds.flatMap((kind) => (kind ? [{ ...pair, ...kind }] : []))
  })
}

/** Tables of every reach, which few real ones have yet, in both forms of policies. */
export async function plantTables(owner: QueryExecutorProvider): Promise<TriedTable[]> {
  const run = (statement: string) => sql.raw(statement).execute(owner)
  await run('create schema planted')
  await run('grant usage on schema planted to izaugsme_public, izaugsme_member')
  const tables: TriedTable[] = []
  for (const form of ['subselect', 'inline'] as const) {
    for (const [index, shape] of shapesOf(form).entries())
      tables.push(await plantTable(run, form, index, shape))
  }
  return tables
}

async function plantTable(
  run: (statement: string) => Promise<unknown>,
  form: PolicyForm,
  index: number,
  shape: Shape,
): Promise<TriedTable> {
  const name = `planted.${form}_${index}` as const
  const [read, write] = [`${name}.read`, `${name}.edit`] as const
  declareCapabilities({ [read]: [], [write]: [] })
  const declared: TenantTable = { ...shape, read, write, audit: { noAudit: 'it is planted' } }
  const { municipality_id, ...others } = COLUMNS
  const columns = Object.entries(others).map(([column, type]) => `${column} ${type}`)
  await run(`create table ${name} (municipality_id ${municipality_id} not null, ${columns.join(', ')})`)
  for (const statement of rightsOf(name, declared, form)) await run(statement)
  return { name, types: COLUMNS, declared }
}

const COLUMNS = {
  municipality_id: 'uuid',
  institution_id: 'uuid',
  group_id: 'uuid',
  person_id: 'uuid',
  is_public: 'boolean',
  account_id: 'text',
}
