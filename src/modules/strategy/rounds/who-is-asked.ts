import type { AskedAction, Round } from './round.ts'
import { isWithReporter } from './standing.ts'

type Those = {
  /** Accounts that work here. */
  holders: Pick<ReadonlyMap<string, unknown>, 'has'>
  away: ReadonlySet<string>
}

/**
 * Whom a round waits for, with the codes of their actions: whoever answers for what was not reported or came back, and
 * the deputy once the other has left, is away or is late. Who has reported on everything is not among them.
 *
 * @param today in the municipality, `YYYY-MM-DD`
 */
export function whoIsAsked(
  round: Pick<Round, 'dueOn'>,
  asked: readonly AskedAction[],
  { holders, away }: Those,
  today: string,
): Map<string, string[]> {
  const waiting = new Map<string, string[]>()
  for (const one of asked.filter(isWithReporter)) {
    const { action, accountId, deputyId } = one
    const isThere = accountId !== null && holders.has(accountId)
    const author = one.reports.at(-1)?.author
    const people = new Set<string>()
    if (isThere) people.add(accountId)
    const isDeputyAsked =
      !isThere || away.has(accountId) || today > round.dueOn || (author !== undefined && author === deputyId)
    if (deputyId !== null && holders.has(deputyId) && isDeputyAsked) people.add(deputyId)
    for (const person of people) waiting.set(person, [...(waiting.get(person) ?? []), action])
  }
  return waiting
}

/** Whether an account may report on an action: it answers for it, or is the deputy, who may at any time. */
export const isTheirs = ({ accountId, deputyId }: Pick<AskedAction, 'accountId' | 'deputyId'>, who: string) =>
  accountId === who || deputyId === who
