import { type QueryExecutorProvider, sql } from 'kysely'
import { begin } from '#platform/database/scope.server.ts'
import type { Connections, Database } from '#platform/database/types.server.ts'
import type { TableDeclaration } from '#platform/rights/declaration.ts'
import { everyReach } from '../../src/app/reach.server.ts'
import { attemptsOn, rowsOf, type TriedTable } from './attempts.ts'
import { expectedOutcome, type Outcome } from './expectation.ts'
import { findSyntheticTables, forgetMeaning, plantRows } from './synthetic-rows.ts'
import type { Tester } from './testers.ts'

/** Makes every table of the product ready to be tried, with rows that mean nothing, and those planted besides. */
export async function prepareTables(
  owner: Connections,
  plant: (owner: Connections) => Promise<TriedTable[]> = async () => [],
) {
  await forgetMeaning(owner)
  await makeAttempt(owner)
  const real = (await findSyntheticTables(owner)).flatMap(asDeclared)
  const planted = await plant(owner)
  for (const table of [...real, ...planted]) await plantRows(owner, table, rowsOf(table))
  return { real, planted }
}

/** A real table with its declaration; special ones have tests of their own. */
function asDeclared(table: Omit<TriedTable, 'declared'>): TriedTable[] {
  const declared = (everyReach as Record<string, TableDeclaration>)[table.name]
  return declared && !('special' in declared) ? [{ ...table, declared }] : []
}

/** Tries each statement with the rights of whoever calls, undoes it, and says how it went: one round trip for all. */
async function makeAttempt(owner: QueryExecutorProvider) {
  await sql`create schema tests`.execute(owner)
  await sql`grant usage on schema tests to izaugsme_public, izaugsme_member`.execute(owner)
  await sql`create function tests.attempt(statements text[]) returns text[] language plpgsql as $$
    declare answers text[] := '{}'; one text; n bigint;
    begin foreach one in array statements loop begin
        execute one; get diagnostics n = row_count;
        raise exception using errcode = 'UNDO0', message = case when n > 0 then 'done' else 'nothing' end;
      exception when sqlstate 'UNDO0' then answers := answers || sqlerrm;
        when insufficient_privilege then answers := answers || 'refused'::text;
      end; end loop;
      return answers;
    end $$`.execute(owner)
}

/** A line for each attempt that went otherwise than it must. Tables of one declaration are tried together. */
export async function findSurprises(
  db: Database,
  tables: readonly TriedTable[],
  testersOf: (table: TableDeclaration) => readonly Tester[],
): Promise<string[]> {
  const surprises: string[] = []
  for (const alike of Map.groupBy(tables, ({ declared }) => JSON.stringify(declared)).values()) {
    const [{ declared }] = alike as [TriedTable, ...TriedTable[]]
    const attempts = alike.flatMap((table) =>
      attemptsOn(table).map((attempt) => ({ ...attempt, table: table.name })),
    )
    const statements = attempts.map(({ sql }) => sql)
    for (const tester of testersOf(declared)) {
      const outcomes = await tryAll(db, tester, statements)
      for (const [index, attempt] of attempts.entries()) {
        const wanted = expectedOutcome(declared, tester, attempt)
        const line = `${attempt.table}, ${tester.name}: ${attempt.name} is ${outcomes[index]}, must be ${wanted}`
        if (outcomes[index] !== wanted) surprises.push(line)
      }
    }
  }
  return surprises
}

function tryAll(db: Database, { user, opened }: Tester, statements: string[]): Promise<Outcome[]> {
  return begin(db, user, { purpose: 'writing', within: {}, opened }, async (tx) => {
    const { rows } = await sql<{ outcomes: Outcome[] }>`
      select tests.attempt(${statements}::text[]) as outcomes`.execute(tx)
    return rows[0]?.outcomes ?? []
  })
}
