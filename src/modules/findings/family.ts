import type { z } from 'zod'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText, TextKey } from '#platform/texts/text.ts'
import {
  type FamilyRule,
  type Finding,
  type FindingSubject,
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
  /** Whether figures about few people are read as they are; without it they are covered. */
  view?: View | undefined
}

/** Figures as the public may see them, or all of them. */
export type View = 'protected' | 'unprotected'

/** Reads for several families at once: what two of them need is read once. */
export type Reading = Place & {
  tx: DatabaseTransaction
  once: <Value>(name: string, read: () => Promise<Value>) => Promise<Value>
}

/** What a subject belongs to, by the name of a facet: `{ goal: 'KP1', indicator: '14' }`. */
export type Belongings = Readonly<Record<string, string>>

/** Answers something for each of some subjects, which are looked up together. */
type Ask<Subject, Answer> = (
  reading: Reading,
  subjects: readonly Subject[],
) => Promise<(subject: Subject) => Answer>

/** What a family knows about one kind of subject. */
export type SubjectDescription<Subject> = {
  /** What identifies one, as the public API shows it. */
  schema: z.ZodRawShape
  /** The page of the subject, below the address of its municipality. */
  address: (subject: Subject) => string
  /** What links to it are called. */
  names: Ask<Subject, LocalText>
}

/** Something by which a reader may choose findings. */
export type Facet = {
  name: string
  label: TextKey
  /** Where it stands among the facets of all families. */
  position: number
  /** Latvian says “all” of some things in another form. */
  isFeminine?: boolean
  /** What can be chosen, in the order in which it is offered. */
  choices: (reading: Reading) => Promise<Choice[]>
}
export type Choice = { code: string; name: LocalText }

/** A page that says more, below the address of its municipality. */
export type PageLink = { address: string; label: TextKey }

/** Keys of the parts that are to be looked at again, besides what is read as a whole. */
export type Due = 'all' | { parts: readonly string[] }

/** A finding with the part of the data that it stands in; what is found in the whole has the part `''`. */
export type FoundIn = { part: string; position: number; finding: Finding }

type Parts<Part> = {
  /** Keys of the parts that are there, of those given or of all; those that are read at a time stand together. */
  batches: (reading: Reading, keys?: readonly string[]) => Promise<string[][]>
  read: (reading: Reading, keys: readonly string[]) => Promise<Part | undefined>
  /** Key of the part that a finding is about, and where the part stands among the others. */
  placeOf: (part: Part, finding: Finding) => { part: string; position: number }
  /** Which parts were written by the changes given. */
  changedBy: (reading: Reading, changes: readonly string[]) => Promise<Due>
}

type Definition<Whole, Part, Kind extends SubjectKind> = {
  name: string
  title: TextKey
  rules: readonly FamilyRule<Whole, Part>[]
  /** Whether the reader may see any of it. */
  isThere: (reading: Reading) => Promise<boolean>
  /** What is read as a whole; undefined while the reader may see nothing of it. */
  read: (reading: Reading) => Promise<Whole | undefined>
  parts?: Parts<Part>
  subjects: { readonly [One in Kind]: SubjectDescription<SubjectKinds[One]> }
  /** Where subjects of any family belong, as far as this family knows. */
  belongings?: Ask<FindingSubject, Belongings>
  facets?: readonly Facet[]
  /** For readers of all findings. */
  more?: (reading: Reading) => Promise<PageLink[]>
}

/** What a family says of itself. */
export type FamilyWords = { name: string; title: TextKey; rules: readonly RuleWords[] }

/** Rules that look at the same data, and what they know about the things they find something in. */
export type Family = FamilyWords & {
  kinds: Readonly<Record<string, z.ZodRawShape>>
  facets: readonly Facet[]
  /** The page of a subject, below the address of its municipality; undefined for subjects of other families. */
  addressOf: (subject: FindingSubject) => string | undefined
  isThere: (reading: Reading) => Promise<boolean>
  /** What the rules over the whole find; undefined while the reader may see nothing. */
  findInWhole: (reading: Reading) => Promise<FoundIn[] | undefined>
  /** Keys of parts, those that are looked at together in one list. */
  batches: (reading: Reading, due: Due) => Promise<string[][]>
  /** What the rules over parts find in some of them. */
  findInParts: (reading: Reading, keys: readonly string[]) => Promise<FoundIn[]>
  /** Undefined for subjects of other families. */
  names: Ask<FindingSubject, LocalText | undefined>
  belongings: Ask<FindingSubject, Belongings>
  more: (reading: Reading) => Promise<PageLink[]>
  /** Which parts were written by the changes given, by id. */
  changedBy: (reading: Reading, changes: readonly string[]) => Promise<Due>
}

/** The words of families without what they do, for pages. */
export const wordsOf = (families: readonly Family[]): FamilyWords[] =>
  families.map(({ name, title, rules }) => ({ name, title, rules }))

/** Describes a family; what its data are stays its own affair. */
export function defineFamily<Whole, Part, Kind extends SubjectKind>(
  definition: Definition<Whole, Part, Kind>,
): Family {
  const { name, title, rules, subjects, parts, facets = [] } = definition
  const described: Record<string, SubjectDescription<never>> = subjects
  const overWhole = rules.flatMap((one) => (one.over === 'whole' ? one.rule : []))
  const overPart = rules.flatMap((one) => (one.over === 'part' ? one.rule : []))
  return {
    name,
    title,
    rules: rules.map(({ rule }) => rule),
    kinds: Object.fromEntries(Object.entries(described).map(([kind, { schema }]) => [kind, schema])),
    facets,
    addressOf: (subject) => described[subject.kind]?.address(subject as never),
    isThere: definition.isThere,
    findInWhole: async (reading) => {
      const whole = await definition.read(reading)
      return whole && runRules(overWhole, whole).map((finding) => ({ part: '', position: 0, finding }))
    },
    batches: async (reading, due) =>
      parts ? parts.batches(reading, due === 'all' ? undefined : due.parts) : [],
    findInParts: async (reading, keys) => {
      const part = await parts?.read(reading, keys)
      if (!parts || part === undefined) return []
      return runRules(overPart, part).map((finding) => ({ ...parts.placeOf(part, finding), finding }))
    },
    names: async (reading, asked) => {
      const ofKind = new Map<string, (subject: never) => LocalText>()
      for (const [kind, { names }] of Object.entries(described)) {
        const same = asked.filter((subject) => subject.kind === kind)
        if (same.length > 0) ofKind.set(kind, await names(reading, same as never[]))
      }
      return (subject) => ofKind.get(subject.kind)?.(subject as never)
    },
    belongings: definition.belongings ?? (async () => () => ({})),
    more: definition.more ?? (async () => []),
    changedBy: parts?.changedBy ?? (async () => ({ parts: [] })),
  }
}

/** What all rules of a family find in all of its data, in the order of the rules. */
export async function findAll(family: Family, reading: Reading): Promise<FoundIn[] | undefined> {
  const found = await family.findInWhole(reading)
  if (found === undefined) return undefined
  for (const keys of await family.batches(reading, 'all'))
    found.push(...(await family.findInParts(reading, keys)))
  return found.sort(inOrderOf(family))
}

/** Orders findings as pages show them: by rule, then by part. */
export function inOrderOf({ rules }: FamilyWords) {
  const order = new Map(rules.map(({ code }, index) => [code, index]))
  return (a: FoundIn, b: FoundIn) =>
    (order.get(a.finding.code) ?? 0) - (order.get(b.finding.code) ?? 0) || a.position - b.position
}
