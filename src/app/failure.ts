import { Refused } from '#platform/refuse.ts'
import type { Text } from '#platform/texts/text.ts'

/** How a command ends that could not do what it was asked: a line for the operator, and the exit code. */
export type Failure = { message: string; exitCode: 1 | 2 }

/** A refusal is an answer in words (1); anything else is neither the user's mistake nor the files' (2). */
export function describeFailure(error: unknown, text: Text): Failure {
  if (error instanceof Refused) return { message: text(error.reason), exitCode: 1 }
  return { message: error instanceof Error ? error.message : String(error), exitCode: 2 }
}
