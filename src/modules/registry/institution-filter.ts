import { fold, wordsIn } from '#platform/texts/fold.ts'
import type { Institution } from './institution.ts'
import type { Present } from './institution-on.ts'

/** Which institutions a reader looks for; what is undefined is not asked. */
export type InstitutionFilter = {
  /** Words that must all occur in the names that it has had, whatever the case and diacritics. */
  words?: string | undefined
  /** Code of its type. */
  type?: string | undefined
}

/** Names of the parameters in addresses. */
export const INSTITUTION_PARAMETERS = { words: 'q', type: 'type' } as const

/** The institutions that answer every part of the filter, in the order given. */
export function filterInstitutions<One extends Present>(
  institutions: readonly One[],
  { words, type }: InstitutionFilter,
): One[] {
  const asked = wordsIn(words ?? '')
  return institutions.filter(({ institution, version }) => {
    if (type !== undefined && version.type?.code !== type) return false
    const names = namesOf(institution)
    return asked.every((word) => names.includes(word))
  })
}

const namesOf = ({ versions, registrationNumber }: Institution) =>
  fold(
    [
      registrationNumber,
      ...versions.flatMap(({ name, shortName }) => [name.lv, name.en, shortName?.lv, shortName?.en]),
    ].join(' '),
  )

/** The types of some institutions, in the order of the country's register. */
export function typesOf(institutions: readonly Present[]) {
  const types = new Map(institutions.flatMap(({ version: { type } }) => (type ? [[type.code, type]] : [])))
  return [...types.values()].sort((a, b) => a.position - b.position)
}

/** Institutions by type, in the order of the country's register; those of which no source states it stand last. */
export function byType<One extends Present>(institutions: readonly One[]): { type: string; rows: One[] }[] {
  const groups = Map.groupBy(institutions, ({ version }) => version.type?.code ?? '')
  const position = (rows: readonly One[]) => rows[0]?.version.type?.position ?? Number.POSITIVE_INFINITY
  return [...groups]
    .map(([type, rows]) => ({ type, rows }))
    .sort((a, b) => position(a.rows) - position(b.rows))
}
