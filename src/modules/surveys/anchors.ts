import type { FindingSubject } from '#modules/findings'

type SurveySubject = Extract<FindingSubject, { kind: 'surveyGroup' | 'surveyItem' }>

/** Where a group stands on the page of its survey. */
export const groupAnchor = (group: string) => `group-${inAddress(group)}`

/** Where an item stands on the page of its survey. */
export const itemAnchor = (item: string) => `item-${inAddress(item)}`

/** Where the share of one group for one item stands on the page of their survey. */
export const resultAnchor = (group: string, item: string) => `result-${inAddress(group)}-${inAddress(item)}`

/** Where what a finding is about stands on the page of its survey, without the `#`. */
export function surveyAnchor(subject: SurveySubject): string {
  if (subject.kind === 'surveyGroup') return groupAnchor(subject.group)
  return subject.group === undefined ? itemAnchor(subject.item) : resultAnchor(subject.group, subject.item)
}

const inAddress = (code: string) => code.replaceAll(/[^\w.-]/g, '-')
