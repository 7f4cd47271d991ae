import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Belongings, Family, OpenFamily, Place, Reading } from './family.ts'
import type { Finding, FindingSubject, Severity } from './model.ts'

/** A thing that a finding is about, with the link to it. */
export type LinkedSubject = { subject: FindingSubject; name: LocalText; address: string }

/** A finding with its place on the page and what it can be chosen by. */
export type GatheredFinding = Omit<Finding, 'subjects'> & {
  /** Name of the family whose rule made it. */
  family: string
  /** What the rule calls it. */
  title: LocalText
  /** Fragment of the page of findings: the code of the rule and a number, e.g. `share-impossible-2`. */
  anchor: string
  subjects: LinkedSubject[]
  /** Codes that the subjects belong to, by the name of a facet. */
  belongsTo: Readonly<Record<string, readonly string[]>>
}

/** All that the data of a place say about themselves, and by what it can be chosen. */
export type Gathered = {
  findings: GatheredFinding[]
  facets: OpenFamily['facets']
  more: OpenFamily['more']
}

/**
 * Asks every family, in their order and rule by rule. The same data give the same anchors. Undefined while
 * the reader may see the data of no family.
 */
export async function gatherFindings(
  reading: Reading,
  families: readonly Family[],
): Promise<Gathered | undefined> {
  const open = await openAll(reading, families)
  if (open.length === 0) return undefined
  const numbers = new Map<string, number>()
  return {
    findings: open.flatMap((one) => gatherFamily(one, open, numbers)),
    facets: open.flatMap((one) => one.facets).sort((a, b) => a.position - b.position),
    more: open.flatMap((one) => one.more),
  }
}

/** Finds the link to anything that a finding of these families can be about. */
export async function findLinks(reading: Reading, families: readonly Family[]) {
  const open = await openAll(reading, families)
  return (subject: FindingSubject): LinkedSubject => linkOf(subject, open)
}

async function openAll(reading: Reading, families: readonly Family[]): Promise<OpenFamily[]> {
  const open: OpenFamily[] = []
  for (const family of families) {
    const opened = await family.open(reading)
    if (opened) open.push(opened)
  }
  return open
}

/** @param numbers how many findings each rule has made so far; counted up */
function gatherFamily(
  { family, find }: OpenFamily,
  all: readonly OpenFamily[],
  numbers: Map<string, number>,
): GatheredFinding[] {
  const titles = new Map(family.rules.map(({ code, title }) => [code, title]))
  return find().map(({ subjects, ...finding }) => {
    const number = (numbers.get(finding.code) ?? 0) + 1
    numbers.set(finding.code, number)
    return {
      ...finding,
      family: family.name,
      title: titles.get(finding.code) ?? { lv: finding.code, en: finding.code },
      anchor: `${finding.code}-${number}`,
      subjects: subjects.map((subject) => linkOf(subject, all)),
      belongsTo: mergeBelongings(subjects.flatMap((subject) => all.map((one) => one.belongings(subject)))),
    }
  })
}

function linkOf(subject: FindingSubject, all: readonly OpenFamily[]): LinkedSubject {
  for (const one of all) {
    const description = one.describe(subject)
    if (description) return { subject, ...description }
  }
  throw new Error(`gatherFindings: no family knows what a ${subject.kind} is`)
}

function mergeBelongings(all: readonly Belongings[]): Record<string, string[]> {
  const merged: Record<string, Set<string>> = {}
  for (const [facet, code] of all.flatMap((one) => Object.entries(one))) {
    merged[facet] ??= new Set()
    merged[facet].add(code)
  }
  return Object.fromEntries(Object.entries(merged).map(([facet, codes]) => [facet, [...codes]]))
}

/** Begins to read of a place; whatever is read through it is read once. */
export const startReading = (tx: DatabaseTransaction, place: Place): Reading => ({
  ...place,
  tx,
  once: createOnce(),
})

function createOnce(): Reading['once'] {
  const kept = new Map<string, Promise<unknown>>()
  return <Value>(name: string, read: () => Promise<Value>) => {
    const known = kept.get(name) ?? read()
    kept.set(name, known)
    return known as Promise<Value>
  }
}

export type SeverityCounts = Record<Severity, number> & { total: number }

export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): SeverityCounts {
  const counts = { total: findings.length, contradiction: 0, obstacle: 0, notice: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}
