import type { LocalText } from '#platform/texts/text.ts'
import type { Belongings, Family, Reading } from './family.ts'
import type { FindingSubject } from './model.ts'

/** A thing that a finding is about, with the link to it. */
export type LinkedSubject = { subject: FindingSubject; name: LocalText; address: string }

/** Finds the links to some things together, whichever families know them. */
export async function linkSubjects(
  reading: Reading,
  families: readonly Family[],
  subjects: readonly FindingSubject[],
): Promise<(subject: FindingSubject) => LinkedSubject> {
  const known: {
    nameOf: (subject: FindingSubject) => LocalText | undefined
    addressOf: Family['addressOf']
  }[] = []
  for (const { names, addressOf } of families) {
    known.push({ nameOf: await names(reading, subjects), addressOf })
  }
  return (subject) => {
    for (const { nameOf, addressOf } of known) {
      const [name, address] = [nameOf(subject), addressOf(subject)]
      if (name !== undefined && address !== undefined) return { subject, name, address }
    }
    throw new Error(`linkSubjects: no family knows what a ${subject.kind} is`)
  }
}

/** Finds what some things belong to, as far as any family knows: codes by the name of a facet. */
export async function placeSubjects(
  reading: Reading,
  families: readonly Family[],
  subjects: readonly FindingSubject[],
): Promise<(subjects: readonly FindingSubject[]) => Record<string, string[]>> {
  const asked: ((subject: FindingSubject) => Belongings)[] = []
  for (const { belongings } of families) asked.push(await belongings(reading, subjects))
  return (some) => merge(some.flatMap((subject) => asked.map((belongingsOf) => belongingsOf(subject))))
}

function merge(all: readonly Belongings[]): Record<string, string[]> {
  const merged: Record<string, Set<string>> = {}
  for (const [facet, code] of all.flatMap((one) => Object.entries(one))) {
    merged[facet] ??= new Set()
    merged[facet].add(code)
  }
  return Object.fromEntries(Object.entries(merged).map(([facet, codes]) => [facet, [...codes]]))
}
