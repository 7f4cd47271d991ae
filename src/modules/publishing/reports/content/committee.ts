import { gapOf, type JudgedSeries } from '#modules/indicators'
import { actionsOf, adoptedIn, draftIn } from '#modules/strategy'
import type { Block, ReportSection } from '#platform/reports/report.ts'
import { overdueTable, statusByGoal } from './action-tables.ts'
import { note, paragraph, section } from './blocks.ts'
import type { PlanData } from './data.ts'
import { headlines } from './headlines.ts'
import { missTable, verdictTable } from './indicator-tables.ts'
import type { Pen } from './pen.ts'
import { actionQuestions, goalQuestions, programmeQuestions } from './questions.ts'

/** Two pages hold no more. */
const MOST_MISSES = 5
const MOST_QUESTIONS = 4

/** What a committee needs at its sitting, on a page or two. */
export function writeCommittee(pen: Pen, plan: PlanData): ReportSection[] {
  const late = overdueTable(pen, actionsOf(plan.tree))
  const questions = [
    ...goalQuestions(pen, plan),
    ...programmeQuestions(pen, plan),
    ...actionQuestions(pen, plan),
  ]
  return [
    section(pen, 'decision', 'publishing.committee.decision', decision(pen, plan)),
    section(pen, 'summary', 'publishing.committee.summary', [
      ...headlines(pen, plan, { isShort: true }),
      ...statusByGoal(pen, plan, { isShort: true }),
    ]),
    section(
      pen,
      'indicators',
      'publishing.committee.indicators',
      [...verdictTable(pen, plan, { isShort: true }), ...missTable(pen, furthest(plan), 'misses')],
      { without: 'publishing.indicators.none' },
    ),
    ...(late.length > 0 ? [section(pen, 'overdue', 'publishing.committee.overdue', late)] : []),
    section(pen, 'questions', 'publishing.committee.questions', questions.slice(0, MOST_QUESTIONS), {
      without: 'publishing.question.none',
    }),
  ]
}

/** The draft that is to be decided on, which version holds, and by which decision. */
function decision(pen: Pen, { tree, versions, proposed }: PlanData): Block[] {
  const { line, word, speech, local, link, figure, data } = pen
  const { decision: held, version } = tree.strategy
  const draft = draftIn(versions)
  const last = adoptedIn(versions).at(-1)
  const page = `/${data.municipality.slug}/redakcijas`
  return [
    draft && proposed !== null
      ? paragraph(
          line('publishing.committee.draft', {
            number: String(draft.number),
            reason: local(draft.reason),
            proposed: figure('count:proposals', speech.say.number(proposed), page),
            page: link(word('publishing.committee.draft.page'), page),
          }),
        )
      : note(line('publishing.committee.notHeld')),
    paragraph(
      held
        ? line('publishing.committee.adopted', {
            number: held.number ?? word('publishing.notStated'),
            minutes: held.minutes ?? word('publishing.notStated'),
            day: held.decidedOn ? speech.say.day(held.decidedOn) : word('publishing.notStated'),
          })
        : line('publishing.committee.version', { version: word(`strategy.version.${version}`) }),
    ),
    ...(last
      ? [
          paragraph(
            line('publishing.committee.changed', {
              number: String(last.number),
              decision: last.decision.number,
              day: speech.say.day(last.decision.decidedOn),
            }),
          ),
        ]
      : []),
  ]
}

/** Series that missed most of what was asked for, those that certainly did first. */
function furthest({ judged }: PlanData): JudgedSeries[] {
  const misses = judged.flatMap((one) => {
    const gap = gapOf(one.verdict)
    return gap ? [{ one, size: Math.abs(gap.gap), isByChance: one.verdict.certainty === 'withinChance' }] : []
  })
  return misses
    .toSorted((a, b) => Number(a.isByChance) - Number(b.isByChance) || b.size - a.size)
    .slice(0, MOST_MISSES)
    .map(({ one }) => one)
}
