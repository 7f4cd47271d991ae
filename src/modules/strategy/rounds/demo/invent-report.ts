import { addDays } from '#platform/rights/day.ts'
import type { ImplementationStatus } from '../../model.ts'

/** What became of an invented action's report. */
export type InventedState = 'reported' | 'returned' | 'late' | 'silent'

const STATES: readonly InventedState[] = ['reported', 'silent', 'returned', 'reported', 'late']

/** Each state comes up again and again, in the order of the plan. */
export const stateOf = (index: number): InventedState => STATES[index % STATES.length] ?? 'silent'

const SENTENCES = [
  'Izdomāts piemērs: iepirkums noslēdzies, darbi sākti.',
  'Izdomāts piemērs: programma uzrakstīta un nodota saskaņošanai.',
  'Izdomāts piemērs: notikušas divas sanāksmes, trešā ir ieplānota.',
]

/** A report that says so of itself and repeats the status that is published, as its row has it. */
export function inventReport(status: ImplementationStatus | undefined, index: number, today: string) {
  const hasEvidence = index % 2 === 0
  return {
    status: status ?? 'notStarted',
    sentence: SENTENCES[index % SENTENCES.length] ?? '',
    evidence_title: hasEvidence ? 'Izdomāts piemērs: protokols' : null,
    evidence_url: hasEvidence ? 'https://example.org/protokols' : null,
    milestone: 'Izdomāts piemērs: nodot pieņemšanai',
    milestone_on: addDays(today, 60 + (index % 5) * 30),
  } as const
}
