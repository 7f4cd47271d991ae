import { readFile } from 'node:fs/promises'
import { findMunicipalitySlugs } from '#modules/registry.server'
import { beginAsSealer, readAs } from '#platform/database/scope.server.ts'
import { findLostChanges } from '#platform/journal/lost-changes.server.ts'
import { sealJournal } from '#platform/journal/seal.server.ts'
import { findHeads, findJournalFaults, type JournalFault } from '#platform/journal/verify.server.ts'
import type { Text } from '#platform/texts/text.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { everyReach } from '../reach.server.ts'
import { type Command, withDatabase } from './command.ts'

/**
 * Counts and hashes the journal again, prints the head of each stream to be kept elsewhere, and names what does
 * not agree. Heads that were kept show what an owner has cut together with everything that told of it.
 */
export const audit: Command = {
  summary: 'app.cli.audit',
  help: 'app.cli.audit.help',
  operands: [],
  options: ['head'],
  run: (_, { text }, { head }) =>
    withDatabase(text, async ({ db }) => {
      const kept = head === undefined ? [] : await readHeads(head)
      await sealJournal(db)
      const { heads, broken } = await beginAsSealer(db, async (tx) => ({
        heads: await findHeads(tx),
        broken: await findJournalFaults(tx, kept),
      }))
      const lost = await readAs(db, operator(), (tx) => findLostChanges(tx, everyReach))
      const names = await readAs(db, THE_PUBLIC, findMunicipalitySlugs)
      const nameOf = namer(names)
      for (const one of heads) {
        const place = { name: nameOf(one.municipalityId), stream: one.stream }
        console.log(text('app.cli.audit.head', { ...place, head: one.head ?? '–', count: one.sealed }))
        if (one.waiting > 0) console.log(text('app.cli.audit.waiting', { ...place, count: one.waiting }))
      }
      const faults = [...broken, ...lost]
      for (const fault of faults) console.error(describeFault(fault, nameOf, text))
      if (faults.length === 0) console.log(text('app.cli.audit.whole'))
      return faults.length === 0 ? 0 : 1
    }),
}

/** Hashes as they were given, or those that stand in a file: what this command has printed will do. */
async function readHeads(given: string): Promise<string[]> {
  const hashes = /\b[0-9a-f]{64}\b/g
  const found = given.match(hashes) ?? (await readFile(given, 'utf8')).match(hashes)
  return [...new Set(found)]
}

function namer(slugs: ReadonlyMap<string, string>) {
  const names = new Map([...slugs].map(([slug, id]) => [id, slug]))
  return (id: string) => (id === COUNTRY ? 'latvija' : (names.get(id) ?? id))
}

function describeFault(
  { kind, municipalityId, values }: JournalFault,
  nameOf: (id: string) => string,
  text: Text,
) {
  const name = municipalityId === null ? '' : nameOf(municipalityId)
  return text(`app.cli.audit.${kind}`, { ...values, name })
}
