import { findingAddress, type GatheredFinding, SEVERITIES } from '#modules/findings'
import type { Block, Inline } from '#platform/reports/report.ts'
import { paragraph } from './blocks.ts'
import type { PlanData } from './data.ts'
import type { Pen } from './pen.ts'

/** No more findings of a section than a reader takes in; how many more there are is said. */
const MOST = 6

/** The weightiest findings, with the page on which the others stand. */
export function findingBlocks(pen: Pen, findings: readonly GatheredFinding[], most = MOST): Block[] {
  const shown = findings
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, most)
  const left = findings.length - shown.length
  return [
    ...shown.map(
      (finding): Block => ({
        kind: 'finding',
        title: pen.local(finding.title),
        content: saidOf(pen, finding),
        certainty: pen.word(`publishing.finding.${finding.severity}`),
      }),
    ),
    ...(left > 0
      ? [
          paragraph(
            pen.line('publishing.finding.more', {
              count: left,
              page: pen.link(
                pen.word('publishing.finding.page'),
                `/${pen.data.municipality.slug}/datu-kvalitate`,
              ),
            }),
          ),
        ]
      : []),
  ]
}

function saidOf({ local, link, word, data }: Pen, { explanation, anchor }: GatheredFinding): Inline {
  return [
    { text: `${local(explanation)} ` },
    link(word('publishing.finding.where'), `/${data.municipality.slug}${findingAddress(anchor)}`),
  ]
}

type Asked = {
  /** Code of the one goal that they are about. */
  goal?: string
  /** Those about several goals, or about none. */
  isShared?: true
  families: readonly string[]
}

/** Findings of some families that tell something: those of covered figures name none, and what was mended is over. */
export const findingsOf = ({ findings }: PlanData, { goal, isShared, families }: Asked): GatheredFinding[] =>
  findings.filter(({ belongsTo, family, life, isCovered }) => {
    const goals = belongsTo.goal ?? []
    const isAsked =
      goal === undefined ? !isShared || goals.length !== 1 : goals.length === 1 && goals[0] === goal
    return isAsked && families.includes(family) && !isCovered && life?.state !== 'fixed'
  })
