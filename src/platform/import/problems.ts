import type { PlatformTextKey } from '../texts/keys.ts'

/** What is wrong in a file that somebody wants to load: where, what, and values to say it in words. */
export type ImportProblem = {
  file: string
  /** Line of the file as an editor counts it, the header being line 1. */
  line?: number
  column?: string
  reason: Extract<PlatformTextKey, `platform.import.${string}`>
  values: Record<string, string | number>
}

/** Ends an import before anything is written, with every problem found. */
export class ImportRefused extends Error {
  readonly problems: readonly ImportProblem[]
  constructor(problems: readonly ImportProblem[]) {
    super(`import refused: ${problems.length} problems`)
    this.problems = problems
  }
}
