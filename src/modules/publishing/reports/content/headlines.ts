import type { Block } from '#platform/reports/report.ts'
import { list } from './blocks.ts'
import type { PlanData } from './data.ts'
import type { Pen } from './pen.ts'

/** What a reader who reads no further should take along. */
export function headlines(pen: Pen, plan: PlanData, { isShort = false } = {}): Block[] {
  const { line, counted, sizeOf, speech } = pen
  const { newest, ofNewest, reported } = plan.evaluation.statusTimes
  return list([
    ...(sizeOf('count:actions') > 0
      ? [
          line('publishing.headline.actions', {
            count: sizeOf('count:actions'),
            all: counted('count:actions'),
            implemented: counted('count:actions/implemented'),
            inProgress: counted('count:actions/inProgress'),
            partial: counted('count:actions/partial'),
            deferred: counted('count:actions/deferred'),
            notStarted: counted('count:actions/notStarted'),
            unreported:
              sizeOf('count:actions/unreported') === 0
                ? []
                : line('publishing.headline.unreported', { n: counted('count:actions/unreported') }),
          }),
        ]
      : [line('publishing.headline.noActions')]),
    ...(newest !== null
      ? [
          line('publishing.headline.times', {
            period: speech.say.period(newest, speech.language === 'lv' ? 'of' : 'short'),
            some: speech.say.number(ofNewest),
            all: speech.say.number(reported),
          }),
        ]
      : []),
    ...(sizeOf('count:series') > 0
      ? [
          line('publishing.headline.series', {
            series: counted('count:series'),
            indicators: counted('count:indicators'),
            judged: counted('count:series/judged'),
            good: counted('count:series/good'),
            missed: counted('count:series/bad'),
            not: counted('count:series/notEvaluable'),
          }),
        ]
      : [line('publishing.headline.noSeries')]),
    ...(sizeOf('count:series/judged') > 0
      ? [
          line('publishing.headline.sure', {
            judged: counted('count:series/judged'),
            chance: counted('count:series/withinChance'),
            unknown: counted('count:series/sureUnknown'),
          }),
        ]
      : []),
    ...(plan.tree.programmes.length > 0 && !isShort
      ? [
          line('publishing.headline.programmes', {
            written: counted('count:programmes/written'),
            planned: counted('count:programmes/planned'),
          }),
        ]
      : []),
    ...(plan.claims.length > 0 && !isShort
      ? [
          line('publishing.headline.claims', {
            claims: counted('count:claims'),
            confirmed: counted('count:claims/confirmed'),
            refuted: counted('count:claims/refuted'),
          }),
        ]
      : []),
  ])
}
