import type { Reason, Sureness, Verdict } from './verdict.ts'

/** What an address of the list of indicators may ask for. */
export type AskedList = {
  period?: string | null | undefined
  goal?: string | undefined
  verdicts?: readonly Verdict['status'][] | undefined
  reason?: Reason | undefined
  certainty?: Sureness | undefined
}

/** Place on the list's page where what was found begins. */
export const FOUND = 'rezultati'

/** The list of indicators as somebody asks for it, beginning with what is found. */
export function listAddress(list: string, { period, goal, verdicts = [], ...asked }: AskedList): string {
  const pairs = [
    ['period', period],
    ['goal', goal],
    ...verdicts.map((verdict) => ['verdict', verdict]),
    ['reason', asked.reason],
    ['certainty', asked.certainty],
  ].filter((pair): pair is [string, string] => Boolean(pair[1]))
  const query = new URLSearchParams(pairs).toString().replaceAll('%2F', '/')
  return `${list}${query === '' ? '' : `?${query}`}#${FOUND}`
}
