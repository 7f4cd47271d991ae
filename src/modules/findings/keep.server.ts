import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Keeping } from '#platform/keep/keeper.ts'
import { noLongerThere } from '#platform/keep/no-longer-there.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import type { Due, Family, FoundIn, Reading } from './family.ts'
import { createOnce, linkFindings, startReading } from './gather.ts'
import { keepLives } from './keep-lives.server.ts'
import { deleteParts, type FindingToKeep, type Replaced, replaceParts } from './keep-store.server.ts'
import { placeOfWeight } from './model.ts'
import { findForReader } from './publish.ts'
import { tallyFindings } from './tally-store.server.ts'

/** Ranks of the rules of one family lie between this many times its number and the next. */
const RULES_OF_A_FAMILY = 1000
/** Ranks of findings of one weight lie between this many times its place and the next. */
const RANKS_OF_A_WEIGHT = 1_000_000

/**
 * Brings the kept findings of a municipality up to date: those of the whole of each family's data, and those of
 * the parts that changed. What is read and what is written at a time is small, so nobody waits for it. They are
 * found in what is published, and kept as the public may read them, for they are shown to everybody.
 *
 * @returns whether any of them is another than before
 */
export async function keepFindings(
  db: Database,
  families: readonly Family[],
  { municipalityId, changes, keeper }: Keeping,
): Promise<boolean> {
  // What is about the whole is read once; what changes meanwhile is looked at the next time.
  const once = createOnce()
  const look = <Result>(work: (reading: Reading) => Promise<Result>) =>
    readAs(db, THE_PUBLIC, (tx) => work(startReading(tx, { municipalityId }, once)))
  const write = <Result>(work: (tx: DatabaseTransaction) => Promise<Result>) => writeAs(db, keeper, work)
  let isChanged = false
  const gone: Replaced['gone'] = []
  for (const [index, family] of families.entries()) {
    const toKeep = async (reading: Reading, found: readonly FoundIn[]): Promise<FindingToKeep[]> => {
      const linked = await linkFindings(reading, families, family, found)
      return linked.map((finding, place) => ({
        ...finding,
        part: found[place]?.part ?? '',
        position: found[place]?.position ?? 0,
        rank:
          placeOfWeight(finding.severity) * RANKS_OF_A_WEIGHT +
          index * RULES_OF_A_FAMILY +
          family.rules.findIndex(({ code }) => code === finding.code),
      }))
    }
    const { whole, due, batches } = await look(async (reading) => {
      const found = await findForReader(family, reading, (view) => family.findInWhole(view))
      const part: Due = changes === 'all' ? 'all' : await family.changedBy(reading, changes)
      return {
        whole: found && (await toKeep(reading, found)),
        due: part,
        batches: found ? await family.batches(reading, part) : [],
      }
    })
    const replace = async (parts: readonly string[], findings: FindingToKeep[]) => {
      const of = { family: family.name, parts }
      const replaced = await write((tx) => replaceParts(tx, municipalityId, of, findings))
      gone.push(...replaced.gone)
      return replaced.isChanged
    }
    if (await replace([''], whole ?? [])) isChanged = true
    for (const parts of batches) {
      const findings = await look(async (reading) =>
        toKeep(reading, await findForReader(family, reading, (view) => family.findInParts(view, parts))),
      )
      if (await replace(parts, findings)) isChanged = true
    }
    const present = ['', ...batches.flat()]
    const wereDeleted =
      due === 'all'
        ? await write((tx) => deleteParts(tx, municipalityId, { family: family.name, parts: present }))
        : await replace(noLongerThere(due.parts, present), [])
    if (wereDeleted) isChanged = true
  }
  // Where everything is looked at anew, as after a change of the rules, not the data have made a finding go.
  const closed = changes === 'all' ? [] : gone
  // Always: an earlier run may have ended before it had counted what it found.
  if (await keepLives(db, keeper, municipalityId, closed)) isChanged = true
  await writeAs(db, keeper, (tx) => tallyFindings(tx, municipalityId))
  return isChanged
}
