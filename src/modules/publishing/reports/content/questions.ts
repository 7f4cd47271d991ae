import { methodologyState, promisedIndicators, retirementOf } from '#modules/indicators'
import { currentReport, currentStatus, type Goal, isOverdue, standingActionsOf } from '#modules/strategy'
import { findGaps } from '#modules/surveys'
import type { Block, Inline } from '#platform/reports/report.ts'
import { actionLink, statusWords } from './action-tables.ts'
import type { PlanData } from './data.ts'
import { joined, type Pen } from './pen.ts'
import { indicatorLink } from './series-words.ts'

const question = (content: Inline, basis: Inline): Block => ({ kind: 'question', content, basis })

/** What the data make worth asking of actions: deferred, not begun, overdue. Nothing here is a proposal to decide so. */
export function actionQuestions(pen: Pen, { tree }: PlanData, goal?: Goal): Block[] {
  const { line, local, data, speech } = pen
  const actions = standingActionsOf(goal ? { goals: [goal] } : tree)
  return actions.flatMap((action) => {
    const link = actionLink(pen, action)
    const comment = currentReport(action)?.comment
    const basis = line(
      comment ? 'publishing.question.action.basis.comment' : 'publishing.question.action.basis',
      {
        status: statusWords(pen, action),
        ...(comment ? { comment: local(comment) } : {}),
      },
    )
    const status = currentStatus(action)
    if (status === 'deferred')
      return [question(line('publishing.question.deferred', { action: link }), basis)]
    if (status === 'notStarted')
      return [question(line('publishing.question.notStarted', { action: link }), basis)]
    if (isOverdue(action, data.on) && action.dueOn)
      return [
        question(
          line('publishing.question.overdue', { action: link }),
          line('publishing.question.overdue.basis', {
            day: speech.say.day(action.dueOn),
            status: statusWords(pen, action),
          }),
        ),
      ]
    return []
  })
}

/** A goal whose actions go well while its figures do not, or the other way round. */
export function goalQuestions(pen: Pen, { tree }: PlanData): Block[] {
  const { line, counted, sizeOf, named } = pen
  return tree.goals.flatMap((goal) => {
    const scope = `@${goal.code}`
    const [actions, judged] = [sizeOf(`count:actions${scope}`), sizeOf(`count:series/judged${scope}`)]
    if (actions === 0 || judged < 3) return []
    const done = sizeOf(`count:actions/implemented+inProgress${scope}`) / actions
    const good = sizeOf(`count:series/good${scope}`) / judged
    if (done < 0.5 || good >= 0.5) return []
    return [
      question(
        line('publishing.question.goal', { goal: named(goal) }),
        line('publishing.question.goal.basis', {
          done: counted(`count:actions/implemented+inProgress${scope}`),
          actions: counted(`count:actions${scope}`),
          good: counted(`count:series/good${scope}`),
          judged: counted(`count:series/judged${scope}`),
        }),
      ),
    ]
  })
}

/** Indicators that nobody can judge for a reason that a plan can mend. */
export function indicatorQuestions(pen: Pen, { set }: PlanData): Block[] {
  const { line } = pen
  const promised = promisedIndicators(set)
  const links = (some: typeof promised) =>
    joined(
      some.map((one) => indicatorLink(pen, one)),
      '; ',
    )
  const without = promised.filter((one) => methodologyState(one) === 'missing')
  const retired = promised.filter((one) => retirementOf(one) !== null)
  return [
    ...(without.length > 0
      ? [
          question(
            line('publishing.question.noMethodology', { count: without.length, indicators: links(without) }),
            line('publishing.question.noMethodology.basis'),
          ),
        ]
      : []),
    ...(retired.length > 0
      ? [
          question(
            line('publishing.question.retired', { count: retired.length, indicators: links(retired) }),
            line('publishing.question.retired.basis'),
          ),
        ]
      : []),
  ]
}

/** Programmes that were promised and are not written. */
export function programmeQuestions(pen: Pen, { tree }: PlanData): Block[] {
  const { line, local, counted } = pen
  const planned = tree.programmes.filter(({ state }) => state === 'planned')
  if (planned.length === 0) return []
  return [
    question(
      line('publishing.question.programmes', { count: planned.length }),
      line('publishing.question.programmes.basis', {
        count: planned.length,
        n: counted('count:programmes/planned'),
        titles: planned.map(({ title }) => local(title)).join('; '),
      }),
    ),
  ]
}

/** The widest sure gap of each survey: groups that see the same thing differently. */
export function surveyQuestions(pen: Pen): Block[] {
  const { line, local, counted, data } = pen
  return data.surveys.flatMap((survey) => {
    const [gap] = findGaps(survey).filter(({ verdict }) => verdict === 'certain')
    const item = survey.items.find(({ code }) => code === gap?.item)
    const named = (code: string | undefined) => survey.groups.find((group) => group.code === code)?.label
    const [first, second] = [named(gap?.first.group), named(gap?.second.group)]
    if (!gap || !item || !first || !second) return []
    const { key } = survey.survey
    return [
      question(
        line('publishing.question.gap', { item: local(item.title) }),
        line('publishing.question.gap.basis', {
          first: local(first),
          second: local(second),
          high: counted(`answers:${key}/${item.code}/${gap.first.group}`),
          low: counted(`answers:${key}/${item.code}/${gap.second.group}`),
        }),
      ),
    ]
  })
}
