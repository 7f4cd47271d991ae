import type { Database } from '#platform/database/types.server.ts'
import type { Language } from '#platform/texts/text.ts'

/** A letter about a task that is about to be sent. */
export type LetterOfTask = {
  municipalityId: string
  accountId: string
  /** Where the task is done, as it was given. */
  address: string
  /** Of whoever gets it. */
  language: Language
}

/** What a module adds to a letter: links, each with what one says by it, to pages in their Latvian form. */
export type MoreInLetter = {
  links: readonly { label: string; address: string }[]
  /** The links are the way to do it, and stand instead of the task's own address. */
  isInstead?: boolean
}

/** Looks once more, as a letter is written. @returns undefined where it is of no use any more: then it is not sent */
export type TaskLetter = (db: Database, letter: LetterOfTask) => Promise<MoreInLetter | undefined>

const letters = new Map<string, TaskLetter>()

/** Has a module remind of its tasks of a kind itself, so that nobody is reminded twice. Called once where it is loaded. */
export function declareOwnReminders(kind: string, letter: TaskLetter) {
  letters.set(kind, letter)
}

/** Kinds of tasks of which their modules remind. */
export const selfReminding = (): string[] => [...letters.keys()]

export const letterOfTask = (kind: string): TaskLetter | undefined => letters.get(kind)
