import type { Action } from '../model.ts'
import { hasPhrase, isAlike, wordsOf } from './alike-words.ts'

/** What of an institution the rule looks at. */
export type Concerned = {
  /** Its names, long and short, in Latvian. */
  names: readonly string[]
  /** Latvian name of its type in the register; null when no source states it. */
  typeName: string | null
  /** Codes of actions with works on its buildings or grounds. */
  works: ReadonlySet<string>
  /** Codes of actions in which it has a part of its own. */
  parts: ReadonlySet<string>
}

/** Why an action concerns an institution, the strongest reason first. */
export type Concern = 'part' | 'works' | 'name' | 'type' | 'everybody'

/** Words by which a plan speaks of all institutions. */
const EVERYBODY = ['iestades', 'skolas']
/** The first longer word of a type's name tells it from the others: of `Valsts ģimnāzija` the second. */
const TELLING = 7

/**
 * Which actions concern an institution, and why: it has a part in them; works are done on its buildings; the plan's
 * words name it; they name its type; or they speak of institutions or schools altogether. The words looked at are the
 * action's title, what it brings, who answers for it and who takes part. A proposal: the institution ticks what it takes.
 */
export function concernsOf(actions: readonly Action[], institution: Concerned): ReadonlyMap<string, Concern> {
  const names = institution.names.map(wordsOf)
  const [typeWord] = wordsOf(institution.typeName ?? '').filter(({ length }) => length >= TELLING)
  const found = new Map<string, Concern>()
  for (const action of actions) {
    const { code } = action
    const words = wordsIn(action)
    const has = (word: string) => words.some((one) => isAlike(one, word))
    if (institution.parts.has(code)) found.set(code, 'part')
    else if (institution.works.has(code)) found.set(code, 'works')
    else if (names.some((name) => hasPhrase(words, name))) found.set(code, 'name')
    else if (typeWord !== undefined && has(typeWord)) found.set(code, 'type')
    else if (EVERYBODY.some(has)) found.set(code, 'everybody')
  }
  return found
}

const wordsIn = ({ title, short, deliverable, responsible, involved }: Action) =>
  wordsOf([title.lv, short.lv, deliverable?.lv, responsible, involved].filter(Boolean).join('. '))
