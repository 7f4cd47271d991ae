import type { z } from 'zod'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText, TextKey } from '#platform/texts/text.ts'
import {
  type Finding,
  type FindingSubject,
  type Rule,
  type RuleWords,
  runRules,
  type SubjectKind,
  type SubjectKinds,
} from './model.ts'

/** Whose data, and which state of them. */
export type Place = {
  municipalityId: string
  /** Public id of the strategy whose figures are judged; without it the current one. */
  strategy?: string | undefined
  asOf?: Date | undefined
}

/** Reads for several families at once: what two of them need is read once. */
export type Reading = Place & {
  tx: DatabaseTransaction
  once: <Value>(name: string, read: () => Promise<Value>) => Promise<Value>
}

/** What a subject belongs to, by the name of a facet: `{ goal: 'KP1', indicator: '14' }`. */
export type Belongings = Readonly<Record<string, string>>

/** What a family knows about one kind of subject. */
export type SubjectDescription<Data, Subject> = {
  /** What identifies one, as the public API shows it. */
  schema: z.ZodRawShape
  /** The page of the subject, below the address of its municipality. */
  address: (subject: Subject) => string
  /** What links are called; the data are looked through once for all of them. */
  name: (data: Data) => (subject: Subject) => LocalText
}

/** Something by which a reader may choose findings. */
export type Facet<Data> = {
  name: string
  label: TextKey
  /** Where it stands among the facets of all families. */
  position: number
  /** Latvian says “all” of some things in another form. */
  isFeminine?: boolean
  /** What can be chosen, in the order in which it is offered. */
  choices: (data: Data) => { code: string; name: LocalText }[]
}

type Definition<Data, Kind extends SubjectKind> = {
  name: string
  title: TextKey
  rules: readonly Rule<Data>[]
  /** Undefined while the reader may see nothing of it. */
  read: (reading: Reading) => Promise<Data | undefined>
  subjects: { readonly [One in Kind]: SubjectDescription<Data, SubjectKinds[One]> }
  /** Where subjects of any family belong, as far as this family knows. */
  belongings?: (data: Data) => (subject: FindingSubject) => Belongings
  facets?: readonly Facet<Data>[]
  /** Pages that say more, for readers of all findings; addresses are below that of the municipality. */
  more?: (data: Data) => PageLink[]
}

export type PageLink = { address: string; label: TextKey }

/** A facet with what can be chosen in it. */
export type OpenFacet = {
  name: string
  label: TextKey
  position: number
  isFeminine?: boolean
  choices: { code: string; name: LocalText }[]
}

/** The data of a family, ready to be asked. */
export type OpenFamily = {
  family: Family
  find: () => Finding[]
  /** Undefined for subjects of other families. */
  describe: (subject: FindingSubject) => { name: LocalText; address: string } | undefined
  belongings: (subject: FindingSubject) => Belongings
  facets: OpenFacet[]
  more: PageLink[]
}

/** What a family says of itself. */
export type FamilyWords = { name: string; title: TextKey; rules: readonly RuleWords[] }

/** Rules that look at the same data, and what they know about the things they find something in. */
export type Family = FamilyWords & {
  kinds: Readonly<Record<string, z.ZodRawShape>>
  /** Names of the facets that it brings. */
  facets: readonly string[]
  /** The page of a subject, below the address of its municipality; undefined for subjects of other families. */
  addressOf: (subject: FindingSubject) => string | undefined
  open: (reading: Reading) => Promise<OpenFamily | undefined>
}

/** The words of families without what they do, for pages. */
export const wordsOf = (families: readonly Family[]): FamilyWords[] =>
  families.map(({ name, title, rules }) => ({ name, title, rules }))

/** Describes a family; what its data are stays its own affair. */
export function defineFamily<Data, Kind extends SubjectKind>(definition: Definition<Data, Kind>): Family {
  const { name, title, rules, read, subjects, belongings, facets = [], more } = definition
  const described: Record<string, SubjectDescription<Data, never>> = subjects
  const family: Family = {
    name,
    title,
    rules,
    kinds: Object.fromEntries(Object.entries(described).map(([kind, { schema }]) => [kind, schema])),
    facets: facets.map((facet) => facet.name),
    addressOf: (subject) => described[subject.kind]?.address(subject as never),
    open: async (reading) => {
      const data = await read(reading)
      if (data === undefined) return undefined
      const named = new Map<string, (subject: never) => LocalText>()
      const nameOf = (kind: string, description: SubjectDescription<Data, never>) => {
        const name = named.get(kind) ?? description.name(data)
        named.set(kind, name)
        return name
      }
      return {
        family,
        find: () => runRules(rules, data),
        describe: (subject) => {
          const own = described[subject.kind]
          if (!own) return undefined
          return {
            name: nameOf(subject.kind, own)(subject as never),
            address: own.address(subject as never),
          }
        },
        belongings: belongings?.(data) ?? (() => ({})),
        facets: facets.map((facet) => ({ ...facet, choices: facet.choices(data) })),
        more: more?.(data) ?? [],
      }
    },
  }
  return family
}
