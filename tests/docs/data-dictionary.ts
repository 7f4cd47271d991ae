import { sql } from 'kysely'
import type { Database } from '#platform/database/types.server.ts'

type Column = {
  schema: string
  table: string
  column: string
  type: string
  required: boolean
  key: boolean
  table_comment: string | null
  comment: string | null
  checks: string | null
}

/** Every table and column of the database in words of its catalog, as a Markdown page. */
export async function describeTables(db: Database): Promise<string> {
  const { rows } = await sql<Column>`
    select n.nspname as schema, c.relname as table, a.attname as column,
      format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
      coalesce(a.attnum = any (p.conkey), false) as key,
      obj_description(c.oid) as table_comment, col_description(c.oid, a.attnum) as comment,
      (select string_agg(pg_get_constraintdef(k.oid), '; ' order by k.conname) from pg_constraint k
        where k.conrelid = c.oid and k.contype in ('c', 'f') and k.conkey @> array[a.attnum] and cardinality(k.conkey) = 1) as checks
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint p on p.conrelid = c.oid and p.contype = 'p'
    where c.relkind in ('r', 'p') and n.nspname not in ('public', 'information_schema') and n.nspname !~ '^pg_'
    order by n.nspname, c.relname, a.attnum`.execute(db)

  const tables = Map.groupBy(rows, (row) => `${row.schema}.${row.table}`)
  const sections = [...tables].map(([name, columns]) => {
    const comment = columns[0]?.table_comment
    const lines = columns.map(
      ({ column, type, required, key, comment: said, checks }) =>
        `| \`${column}\`${key ? ' 🔑' : ''} | ${type} | ${required ? 'yes' : ''} | ${cell(said, checks)} |`,
    )
    return [`## ${name}`, ...(comment ? [`${comment}.`] : []), [HEAD, ...lines].join('\n')].join('\n\n')
  })
  return `${INTRODUCTION}\n\n${sections.join('\n\n')}\n`
}

const INTRODUCTION = `# Data dictionary

Drawn from the database itself by \`npm run document\`; a test fails when it is out of date. 🔑 marks the primary key.

Every table except the registers of the whole country in \`registry\` belongs to a municipality: \`municipality_id\` comes first in its primary key, and row-level security lets the public see only rows with \`is_public\`. Tables with \`recorded_at\` are append-only: the highest \`revision\` of a key is the current one. Tables with \`changed_at\` hold the current state; each earlier one is in \`platform.record_revision\`.`

const HEAD = '| column | type | required | notes |\n|---|---|---|---|'

const cell = (...parts: (string | null)[]) =>
  parts
    .filter((part) => part !== null)
    .join('. ')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
