import type { LocalText, TextKey } from '#platform/texts/text.ts'

/** What to do now about a kind of thing: what the department has written, or else what comes with the product. */
export type Guidance = { edited: LocalText | null; standard: TextKey }

/** Kinds of things of a module, besides its rules, about which it says what to do. */
export type Guided = {
  title: TextKey
  /** Each has its standard text under `<subject>.todo`, a step a line. */
  subjects: readonly { subject: string; name: TextKey }[]
}
declare module '#platform/module.ts' {
  interface Module {
    guided?: Guided
  }
}

/** Where the standard text of a rule stands, a step a line, in the texts of the module whose rule it is. */
export const todoOfRule = (family: string, code: string) => `${family}.rule.${code}.todo` as TextKey

/** Where the standard text of anything else stands. */
export const todoOf = (subject: string) => `${subject}.todo` as TextKey

/** The steps of a text, a line each. */
export const stepsIn = (words: string): string[] =>
  words
    .split('\n')
    .map((step) => step.trim())
    .filter(Boolean)

/** What a department has written, by subject. */
export type EditedGuidance = Readonly<Record<string, LocalText>>

export const guidanceOfRule = (edited: EditedGuidance, family: string, code: string): Guidance => ({
  edited: edited[code] ?? null,
  standard: todoOfRule(family, code),
})
