import type { PlatformTextKey } from '../texts/keys.ts'

/** What is wrong, or worth knowing, in a file that somebody wants to load: where, what, and values to say it. */
export type ImportProblem = {
  file: string
  /** Line of the file as an editor counts it, the header being line 1. */
  line?: number
  column?: string
  reason: Extract<PlatformTextKey, `platform.import.${string}`>
  values: Record<string, string | number>
  /** How many further lines of the file have the very same problem. */
  others?: number
}

/** What is wrong with a row that is stored: it stands on no line, so its key says which it is. */
export type StoredProblem = Omit<ImportProblem, 'line'> & { row: string | undefined }

/** What is wrong, where the file is known already. */
export type Complaint = Omit<ImportProblem, 'file' | 'column'>

/** Ends an import before anything is written, with every problem found. */
export class ImportRefused extends Error {
  readonly problems: readonly ImportProblem[]
  /** What helps to understand them. */
  readonly notes: readonly ImportProblem[]

  constructor(problems: readonly ImportProblem[], notes: readonly ImportProblem[] = []) {
    super(`import refused: ${countProblems(problems)} problems`)
    this.problems = problems
    this.notes = notes
  }
}

/** No more problems of one file than this are told one by one; the rest are counted. */
const MAXIMUM_TOLD = 100
/** Where a person gets the file back with each of them beside its row. */
export const MOST_BESIDE_ROWS = 10_000

/** The first problems of each file, and after them how many more the file has. */
export function capProblems(
  problems: readonly ImportProblem[],
  most: number = MAXIMUM_TOLD,
): ImportProblem[] {
  return [...Map.groupBy(problems, ({ file }) => file)].flatMap(([file, all]) => {
    const told = all.filter((problem) => !isRest(problem)).slice(0, most)
    const count = countProblems(all) - told.length
    return count === 0 ? told : [...told, theRest(file, count)]
  })
}

/** How many problems there are, those included that are only counted. */
export function countProblems(problems: readonly ImportProblem[]): number {
  return problems.reduce((sum, problem) => sum + (isRest(problem) ? Number(problem.values.count) : 1), 0)
}

/**
 * Collects the problems of one file: only as many as are told, so that a million wrong rows do not fill the
 * memory.
 */
export class ProblemsOfFile {
  readonly #file: string
  readonly #told: ImportProblem[] = []
  #untold = 0
  readonly #most: number

  constructor(file: string, most: number = MAXIMUM_TOLD) {
    this.#file = file
    this.#most = most
  }

  add(problem: Omit<ImportProblem, 'file'>) {
    if (this.#told.length < this.#most) this.#told.push({ file: this.#file, ...problem })
    else this.#untold += 1
  }

  get all(): ImportProblem[] {
    return this.#untold === 0 ? this.#told : [...this.#told, theRest(this.#file, this.#untold)]
  }
}

const isRest = (problem: ImportProblem) => problem.reason === 'platform.import.more'

const theRest = (file: string, count: number): ImportProblem => ({
  file,
  reason: 'platform.import.more',
  values: { count },
})
