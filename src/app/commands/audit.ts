import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findMunicipalitySlugs } from '#modules/registry.server'
import { beginAsSealer, readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { findLostChanges } from '#platform/journal/lost-changes.server.ts'
import { sealJournal } from '#platform/journal/seal.server.ts'
import {
  findHeads,
  findJournalFaults,
  type JournalFault,
  type StreamHead,
} from '#platform/journal/verify.server.ts'
import type { Text } from '#platform/texts/text.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { everyReach } from '../reach.server.ts'
import type { Command } from './command.ts'

/**
 * Counts and hashes the journal again, prints the head of each stream to be kept elsewhere, and names what does
 * not agree. Heads that were kept show what an owner has cut together with everything that told of it.
 */
export const audit: Command = {
  summary: 'app.cli.audit',
  help: 'app.cli.audit.help',
  operands: [],
  options: ['head'],
  run: (_, { text, tell, complain, folder, withDatabase }, { head }) =>
    withDatabase(async ({ db }) => {
      const { heads, faults } = await verifyJournal(
        db,
        text,
        head === undefined ? [] : await readHeads(head, folder),
      )
      for (const line of heads) tell(line)
      for (const line of faults) complain(line)
      if (faults.length === 0) tell(text('app.cli.audit.whole'))
      return faults.length === 0 ? 0 : 1
    }),
}

/**
 * The heads of all streams and what does not agree, a line each.
 *
 * @param kept hashes that were heads once
 */
export async function verifyJournal(db: Database, text: Text, kept: readonly string[]) {
  await sealJournal(db)
  const { heads, broken } = await beginAsSealer(db, async (tx) => ({
    heads: await findHeads(tx),
    broken: await findJournalFaults(tx, kept),
  }))
  const lost = await readAs(db, operator(), (tx) => findLostChanges(tx, everyReach))
  const nameOf = namer(await readAs(db, THE_PUBLIC, findMunicipalitySlugs))
  return {
    heads: heads.flatMap((head) => describeHead(head, nameOf, text)),
    faults: [...broken, ...lost].map((fault) => describeFault(fault, nameOf, text)),
  }
}

function describeHead(
  { municipalityId, stream, sealed, waiting, head }: StreamHead,
  nameOf: Naming,
  text: Text,
) {
  const place = { name: nameOf(municipalityId), stream }
  return [
    text('app.cli.audit.head', { ...place, head: head ?? '–', count: sealed }),
    ...(waiting > 0 ? [text('app.cli.audit.waiting', { ...place, count: waiting })] : []),
  ]
}

type Naming = (municipalityId: string) => string

/** Hashes as they were given, or those that stand in a file: what this command has printed will do. */
export async function readHeads(given: string, folder: string): Promise<string[]> {
  const hashes = /\b[0-9a-f]{64}\b/g
  const found = given.match(hashes) ?? (await readFile(resolve(folder, given), 'utf8')).match(hashes)
  return [...new Set(found)]
}

function namer(slugs: ReadonlyMap<string, string>): Naming {
  const names = new Map([...slugs].map(([slug, id]) => [id, slug]))
  return (id: string) => (id === COUNTRY ? 'latvija' : (names.get(id) ?? id))
}

function describeFault({ kind, municipalityId, values }: JournalFault, nameOf: Naming, text: Text) {
  const name = municipalityId === null ? '' : nameOf(municipalityId)
  return text(`app.cli.audit.${kind}`, { ...values, name })
}
