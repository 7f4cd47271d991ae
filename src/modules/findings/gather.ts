import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { type Family, type FoundIn, findAll, type Place, type Reading } from './family.ts'
import type { FindingLife } from './life.ts'
import { type LinkedSubject, linkSubjects, placeSubjects } from './link.ts'
import { byWeight, type Finding, type RuleCount, type Severity } from './model.ts'
import { findForReader } from './publish.ts'

/** A finding with links to what it is about, and what it can be chosen by. */
export type LinkedFinding = Omit<Finding, 'subjects'> & {
  /** Name of the family whose rule made it. */
  family: string
  /** What the rule calls it. */
  title: LocalText
  subjects: LinkedSubject[]
  /** Codes that the subjects belong to, by the name of a facet. */
  belongsTo: Readonly<Record<string, readonly string[]>>
}

/** A finding with its place on the page. */
export type GatheredFinding = LinkedFinding & {
  /** Fragment of the page of findings: the code of the rule and a number, e.g. `share-impossible-2`. */
  anchor: string
  /** Absent while nobody has said anything of it, and where it was looked for instead of kept. */
  life?: FindingLife
}

/**
 * Asks every family, in their order and rule by rule, and puts the weightiest findings first. The same data give the
 * same anchors. It reads everything
 * there is: of the newest state of the current strategy the findings are kept. Undefined while the reader may
 * see the data of no family.
 *
 * @param asked those of the families whose rules are asked; the others only name things
 */
export async function gatherFindings(
  reading: Reading,
  families: readonly Family[],
  asked: readonly Family[] = families,
): Promise<GatheredFinding[] | undefined> {
  const gathered: GatheredFinding[] = []
  const numbers = new Map<string, number>()
  let isSeen = false
  for (const family of asked) {
    const found = await findForReader(family, reading, (view) => findAll(family, view))
    if (!found) continue
    isSeen = true
    for (const finding of await linkFindings(reading, families, family, found)) {
      const number = (numbers.get(finding.code) ?? 0) + 1
      numbers.set(finding.code, number)
      gathered.push({ ...finding, anchor: anchorOf(finding.code, number) })
    }
  }
  return isSeen ? gathered.sort(byWeight) : undefined
}

export const anchorOf = (code: string, number: number) => `${code}-${number}`

/** Looks up what the findings of a family are about, and where that belongs. */
export async function linkFindings(
  reading: Reading,
  families: readonly Family[],
  family: Family,
  found: readonly FoundIn[],
): Promise<LinkedFinding[]> {
  const titles = new Map(family.rules.map(({ code, title }) => [code, title]))
  const all = found.flatMap(({ finding }) => finding.subjects)
  const linkOf = await linkSubjects(reading, families, all)
  const placeOf = await placeSubjects(reading, families, all)
  return found.map(({ finding: { subjects, ...finding } }) => ({
    ...finding,
    family: family.name,
    title: titles.get(finding.code) ?? { lv: finding.code, en: finding.code },
    subjects: subjects.map(linkOf),
    belongsTo: placeOf(subjects),
  }))
}

/** Begins to read of a place; whatever is read through it is read once. */
export const startReading = (
  tx: DatabaseTransaction,
  place: Place,
  once: Reading['once'] = createOnce(),
): Reading => ({ ...place, tx, once })

/** Remembers what was read once; several readings may share it that need not see the same moment. */
export function createOnce(): Reading['once'] {
  const kept = new Map<string, Promise<unknown>>()
  return <Value>(name: string, read: () => Promise<Value>) => {
    const known = kept.get(name) ?? read()
    kept.set(name, known)
    return known as Promise<Value>
  }
}

export type SeverityCounts = Record<Severity, number> & { total: number }

export function countBySeverity(counted: readonly Pick<RuleCount, 'severity' | 'count'>[]): SeverityCounts {
  const counts = { total: 0, contradiction: 0, obstacle: 0, notice: 0 }
  for (const { severity, count } of counted) {
    counts[severity] += count
    counts.total += count
  }
  return counts
}
