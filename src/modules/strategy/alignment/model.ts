import type { LocalText } from '#platform/texts/text.ts'

/** The department's yearly plan, or an institution's development plan. */
export type PlanKind = 'work' | 'development'

export const PLAN_STATES = ['draft', 'submitted', 'agreed', 'withdrawn'] as const
export type PlanState = (typeof PLAN_STATES)[number]

export const ITEM_PROGRESS = ['notStarted', 'inProgress', 'done', 'notDone'] as const
/** How far a task has come; `notDone`: the plan has ended, and it was not done. */
export type ItemProgress = (typeof ITEM_PROGRESS)[number]

/** What a task is for: actions of the strategy, a need of one's own, or nobody has said yet. */
export type Alignment = 'serves' | 'ownNeed' | 'unsaid'

/** Whose a plan is: an institution, or the department where it is null. */
export type PlanOwner = { id: string; key: string; name: LocalText } | null

export type PlanItem = {
  id: string
  /** By which it is known in its plan and in workbooks; never given again. */
  number: number
  goal: string | null
  task: string
  startsOn: string | null
  dueOn: string | null
  /** Who does it, in words. */
  responsible: string | null
  expected: string | null
  achieved: string | null
  /** Null while nobody has said. */
  progress: ItemProgress | null
  /** Codes of the actions that it serves. */
  actions: readonly string[]
  /** Why it serves none. */
  ownNeed: string | null
  /** Codes of the strategy's indicators that it is meant to move. */
  indicators: readonly string[]
  /** Item of an earlier plan that goes on here. */
  carriedFrom: string | null
  /** Rises with every change. */
  version: number
}

/** A plan of work with its tasks in their order. */
export type PlanOfWork = {
  id: string
  key: string
  municipalityId: string
  /** Strategy whose actions it serves. */
  strategyId: string
  owner: PlanOwner
  kind: PlanKind
  title: string
  startsOn: string
  endsOn: string
  /** Last day on which it is to be submitted. */
  dueOn: string | null
  state: PlanState
  /** Account that submitted it last. */
  submittedBy: string | null
  version: number
  items: readonly PlanItem[]
}

export type ConsultationKind =
  | 'asked'
  | 'submitted'
  | 'comment'
  | 'answer'
  | 'returned'
  | 'agreed'
  | 'reopened'
  | 'withdrawn'

/** One thing that was done or said about a plan, for good. */
export type ConsultationStep = {
  id: string
  kind: ConsultationKind
  /** Item that it is about; null for the plan as a whole. */
  itemId: string | null
  /** Comment that is answered. */
  answersId: string | null
  words: string | null
  author: string
  agreedOn: string | null
  agreedBy: string | null
  at: Date
}

/** What a task is for. Never both: where it serves actions there is no reason for a need of one's own. */
export function alignmentOf({ actions, ownNeed }: Pick<PlanItem, 'actions' | 'ownNeed'>): Alignment {
  if (actions.length > 0) return 'serves'
  return ownNeed === null ? 'unsaid' : 'ownNeed'
}

/** Whether a task is to go on in a later plan: nobody says that it is done. */
export const isUnfinished = ({ progress }: Pick<PlanItem, 'progress'>) => progress !== 'done'

/** Comments that nobody has answered yet, in their order. */
export function openComments(steps: readonly ConsultationStep[]): ConsultationStep[] {
  const answered = new Set(steps.flatMap(({ answersId }) => answersId ?? []))
  return steps.filter(({ kind, id }) => kind === 'comment' && !answered.has(id))
}
