import { faceOf } from './face.ts'
import { isEnglish, type PageTable, twinOf } from './page-table.ts'

/**
 * One or more addresses of every page, in Latvian. A page stands for itself when it has no parameters. Parameters
 * are those of an example of the page, or of an example of the page above it.
 */
export function addressesOf(table: PageTable, examples: readonly string[]): string[] {
  const byPattern = Map.groupBy(examples, (example) => table.patternOf(example))
  return latvianPatterns(table).flatMap((pattern) => byPattern.get(pattern) ?? fill(pattern, byPattern) ?? [])
}

/** Pages of a workplace show what is somebody's: the journeys of people who work there visit them. */
const isAtWork = (pattern: string) => pattern.startsWith('/darbs/')

/** Pages of which no address is known, and examples that lead to no page: a sentence for each. */
export function findExampleFaults(table: PageTable, examples: readonly string[]): string[] {
  const byPattern = Map.groupBy(examples, (example) => table.patternOf(example))
  const lost = byPattern.get(undefined) ?? []
  return [
    ...latvianPatterns(table)
      .filter((pattern) => !isAtWork(pattern))
      .filter((pattern) => !byPattern.has(pattern) && fill(pattern, byPattern) === undefined)
      .map((pattern) => `${pattern} has no example: name one in example-addresses.ts beside its routes.`),
    ...lost.map((example) => `${example} is named as an example, but there is no such page.`),
  ]
}

/** Pages that exist in one language only: a sentence for each. */
export function findMissingTwins({ patterns }: PageTable): string[] {
  return patterns
    .filter((pattern) => !patterns.includes(twinOf(pattern)))
    .map((pattern) => {
      const twin = isEnglish(pattern) ? 'Latvian' : 'English'
      return `${pattern} has no ${twin} twin ${twinOf(pattern)}: its route belongs among the pages of src/routes.ts.`
    })
}

/**
 * Pages that nobody finds: a sentence for each. What a form leads to when it was sent stands below the form.
 *
 * @param reached addresses to which links lead, from the start page on
 */
export function findUnreached(table: PageTable, reached: Iterable<string>): string[] {
  const missing = new Set(table.patterns)
  for (const address of reached) {
    if (missing.size === 0) break
    missing.delete(table.patternOf(address) ?? '')
  }
  const isBelowForm = (pattern: string) => {
    for (let above = parentOf(pattern); faceOf(above) === 'personal'; above = parentOf(above))
      if (table.patterns.includes(above) && !missing.has(above)) return true
    return false
  }
  return [...missing]
    .filter((pattern) => !isBelowForm(pattern))
    .map((pattern) => `No link leads from the start page to ${pattern}.`)
}

const latvianPatterns = ({ patterns }: PageTable) => patterns.filter((pattern) => !isEnglish(pattern))

/** A pattern with the parameters of the nearest example above it; undefined when that does not know them all. */
function fill(pattern: string, examples: ReadonlyMap<string | undefined, string[]>): string | undefined {
  if (!isOpen(pattern)) return pattern
  for (let above = parentOf(pattern); above !== ''; above = parentOf(above)) {
    const [example] = examples.get(above) ?? []
    if (example === undefined) continue
    const filled = new URL(example, 'http://site').pathname + pattern.slice(above.length)
    return isOpen(filled) ? undefined : filled
  }
  return undefined
}

const isOpen = (pattern: string) => /[:*]/.test(pattern)
const parentOf = (pattern: string) => pattern.slice(0, pattern.lastIndexOf('/'))
