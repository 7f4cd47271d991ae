/** What is left of a word must be recognisable. */
const SHORTEST_STEM = 3

/** Endings of nouns, adjectives and participles, without diacritics, the longest first. */
const ENDINGS = [
  ...['iem', 'ies', 'ais'],
  ...['am', 'em', 'im', 'um', 'as', 'es', 'is', 'os', 'us', 'ai', 'ei', 'ie'],
  ...['a', 'e', 'i', 'o', 'u', 's', 'm'],
]

/** `upju` is of `upe`: after these sounds a `j` is only written in some of the cases. */
const SOFTENED = /([bpmv])j$/

/**
 * What the cases and numbers of a Latvian word have in common: `skolotājiem` and `skolotāja` give `skolotaj`.
 * It is meant for finding, not for grammar.
 *
 * @param word in small letters and without diacritics, by which most changes of consonants are undone as well
 */
export function stemLatvian(word: string): string {
  if (/\p{N}/u.test(word)) return word
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM)
  return (ending ? word.slice(0, -ending.length) : word).replace(SOFTENED, '$1')
}

/** Consonants that take each other's place before an ending: `iestāde` and `iestāžu`. */
const CHANGES: Readonly<Record<string, string>> = { d: 'z', z: 'd', t: 's', s: 't' }
/** In short words a changed consonant is mostly another word. */
const SHORTEST_CHANGED = 5
/** Stands before the endings of `labajam`, but is a part of `skolotājam`: without diacritics nobody can tell. */
const DEFINITE = 'aj'

/** Stems that other forms of the same word may have. */
export function changedStems(stem: string): string[] {
  if (/\p{N}/u.test(stem) || stem.length < SHORTEST_STEM) return []
  const last = stem.length >= SHORTEST_CHANGED ? CHANGES[stem.at(-1) ?? ''] : undefined
  const indefinite = stem.endsWith(DEFINITE) ? stem.slice(0, -DEFINITE.length) : stem + DEFINITE
  return [
    ...(last === undefined ? [] : [stem.slice(0, -1) + last]),
    ...(indefinite.length < SHORTEST_STEM ? [] : [indefinite]),
  ]
}
