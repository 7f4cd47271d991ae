import type { TextKey } from '#platform/texts/text.ts'
import type { Standing, Unexpected } from '../monitoring/completeness.ts'

export const STANDING_LABELS: Readonly<Record<Standing | Unexpected, TextKey>> = {
  notStarted: 'collection.standing.notStarted',
  late: 'collection.standing.late',
  returned: 'collection.standing.returned',
  failed: 'collection.standing.failed',
  started: 'collection.standing.started',
  waiting: 'collection.standing.waiting',
  accepted: 'collection.standing.accepted',
  excused: 'collection.standing.excused',
  closed: 'collection.standing.closed',
  history: 'collection.standing.history',
}

/** Kind of chip, which has a sign and a colour. */
export const CHIP_OF: Readonly<Record<Standing | Unexpected, string>> = {
  notStarted: 'notStarted',
  late: 'missed',
  returned: 'partial',
  failed: 'obstacle',
  started: 'inProgress',
  waiting: 'notice',
  accepted: 'met',
  excused: 'state-closed',
  closed: 'state-closed',
  history: 'state-closed',
}

/** Colour of a part of a bar; its label says what it is. */
export const BAR_OF: Readonly<Record<Standing, string>> = {
  notStarted: 'notStarted',
  late: 'missed',
  returned: 'partial',
  failed: 'deferred',
  started: 'inProgress',
  waiting: 'step-3',
  accepted: 'implemented',
}
