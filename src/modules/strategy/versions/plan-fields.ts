import { wordingOf } from '#modules/sources'
import type { LocalText, TextKey } from '#platform/texts/text.ts'
import type { Action, Direction, Goal } from '../model.ts'
import type { Fields, Target } from './version.ts'

const OFFICIAL = ['official_lv', 'official_en'] as const

/** Columns of the plan's tables that a version can change, in the order in which they are shown. */
export const FIELDS_OF = {
  goal: ['title_lv', 'title_en', ...OFFICIAL, 'aim_lv', 'aim_en'],
  direction: ['title_lv', 'title_en', ...OFFICIAL],
  action: [
    'direction',
    'position',
    'title_lv',
    'title_en',
    ...OFFICIAL,
    'deliverable_lv',
    'deliverable_en',
    'responsible',
    'involved',
    'funding',
    'starts_on',
    'due_on',
  ],
} as const satisfies Record<Target, readonly string[]>

type Field = (typeof FIELDS_OF)[Target][number]

/** What the columns are called. */
export const FIELD_LABELS: Readonly<Record<string, TextKey>> & Record<Field, TextKey> = {
  direction: 'strategy.edit.direction',
  position: 'strategy.edit.position',
  title_lv: 'strategy.edit.titleLv',
  title_en: 'strategy.edit.titleEn',
  official_lv: 'strategy.edit.officialLv',
  official_en: 'strategy.edit.officialEn',
  aim_lv: 'strategy.edit.aimLv',
  aim_en: 'strategy.edit.aimEn',
  deliverable_lv: 'strategy.edit.deliverableLv',
  deliverable_en: 'strategy.edit.deliverableEn',
  responsible: 'strategy.responsible',
  involved: 'strategy.involved',
  funding: 'strategy.funding',
  starts_on: 'strategy.start',
  due_on: 'strategy.due',
}

/** What those of one table are called, in their order. */
export const labelsOf = (target: Target): Readonly<Record<string, TextKey>> =>
  Object.fromEntries(FIELDS_OF[target].map((name) => [name, FIELD_LABELS[name]]))

const pair = (name: string, text: { lv: string; en: string | null } | null): Fields => ({
  [`${name}_lv`]: text?.lv ?? null,
  [`${name}_en`]: text?.en ?? null,
})

const wordsOf = ({ short, official }: Pick<Goal, 'short' | 'official'>): Fields => ({
  ...pair('title', short),
  ...pair('official', official),
})

export const fieldsOfGoal = (goal: Goal): Fields => ({ ...wordsOf(goal), ...pair('aim', goal.aim) })

export const fieldsOfDirection = (direction: Direction): Fields => wordsOf(direction)

export const fieldsOfAction = (action: Action): Fields => ({
  direction: action.direction,
  position: action.position,
  ...wordsOf(action),
  ...pair('deliverable', action.deliverable),
  responsible: action.responsible,
  involved: action.involved,
  funding: action.funding,
  starts_on: action.startsOn,
  due_on: action.dueOn,
})

const textIn = (fields: Fields, column: string): string | null => {
  const cell = fields[column]
  return cell === null || cell === undefined ? null : String(cell)
}

function localIn(fields: Fields, name: string): LocalText | null {
  const lv = textIn(fields, `${name}_lv`)
  return lv === null ? null : { lv, en: textIn(fields, `${name}_en`) ?? lv }
}

function wordingIn(fields: Fields) {
  const official = textIn(fields, 'official_lv')
  return wordingOf(
    localIn(fields, 'title') ?? { lv: '', en: '' },
    official === null ? null : { lv: official, en: textIn(fields, 'official_en') },
  )
}

/** A goal with other cells. */
export const goalWith = (goal: Goal, changed: Fields): Goal => {
  const fields = { ...fieldsOfGoal(goal), ...changed }
  return { ...goal, ...wordingIn(fields), aim: localIn(fields, 'aim') }
}

export const directionWith = (direction: Direction, changed: Fields): Direction => ({
  ...direction,
  ...wordingIn({ ...fieldsOfDirection(direction), ...changed }),
})

/** An action with other cells; its goal is that of its direction. */
export function actionWith(action: Action, changed: Fields, goalOf: (direction: string) => string): Action {
  const fields = { ...fieldsOfAction(action), ...changed }
  const direction = textIn(fields, 'direction') ?? action.direction
  return {
    ...action,
    ...wordingIn(fields),
    direction,
    goal: goalOf(direction),
    position: Number(fields.position),
    deliverable: localIn(fields, 'deliverable'),
    responsible: textIn(fields, 'responsible'),
    involved: textIn(fields, 'involved'),
    funding: textIn(fields, 'funding'),
    startsOn: textIn(fields, 'starts_on'),
    dueOn: textIn(fields, 'due_on'),
  }
}

/** An action of which nothing but its code is stated yet. */
export const unstatedAction = (code: string): Action => ({
  code,
  goal: '',
  direction: '',
  position: 0,
  ...wordingOf({ lv: '', en: '' }, null),
  deliverable: null,
  responsible: null,
  involved: null,
  funding: null,
  startsOn: null,
  dueOn: null,
  ended: null,
  continues: null,
  history: [],
  source: null,
  locator: null,
})
