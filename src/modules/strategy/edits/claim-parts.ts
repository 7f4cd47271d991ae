import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import { choice } from '#platform/editing/fields.ts'
import { type ClaimKind, IMPLEMENTATION_STATUSES, STATUS_GROUPS } from '../model.ts'
import { TREND_DIRECTIONS } from '../rules/trend.ts'

const SPARE = 2

/** How many fields there are for a list: those filled in and a few more, or just as many as it can have. */
export const spareRows = (stored: unknown, most: number | undefined) =>
  most ?? (Array.isArray(stored) ? stored.length : 0) + SPARE

export const directionOptions = (kind: ClaimKind): Option[] => {
  const values =
    kind === 'order'
      ? (['before', 'after'] as const)
      : kind === 'ranking'
        ? (['highest', 'lowest'] as const)
        : TREND_DIRECTIONS
  return values.map((value) => ({ value, label: `strategy.edit.claim.direction.${value}` as const }))
}

export const DATE_OPTIONS: readonly Option[] = [
  { value: 'decidedOn', label: 'strategy.decidedOn' },
  { value: 'startsOn', label: 'strategy.edit.startsOn' },
  { value: 'endsOn', label: 'strategy.edit.endsOn' },
]

export const COUNTED_OPTIONS: readonly Option[] = [
  { value: 'actions', label: 'strategy.edit.claim.counted.actions' },
  { value: 'directions', label: 'strategy.edit.claim.counted.directions' },
  { value: 'indicators', label: 'strategy.edit.claim.counted.indicators' },
]

/** Of what is counted, only that which answers all of this. */
const FILTERS = ['goal', 'status', 'data', 'retired', 'methodology'] as const
const filterField = (name: (typeof FILTERS)[number]) => `filter.${name}`

const YES_NO: readonly Option[] = [
  { value: 'yes', label: 'platform.yes' },
  { value: 'no', label: 'platform.no' },
]

/** @param stored combinations that are not offered by themselves stay choosable */
export function countFilterFields(
  goals: readonly Option[],
  stored: { goal?: string | undefined; status?: string | undefined },
): EditField[] {
  const statuses: Option[] = [
    ...IMPLEMENTATION_STATUSES.map((value) => ({ value, label: `strategy.status.${value}.many` as const })),
    ...(['positive', 'notDone'] as const).map((group) => ({
      value: STATUS_GROUPS[group].join('+'),
      label: `strategy.edit.claim.group.${group}` as const,
    })),
  ]
  const kept = (options: readonly Option[], value: string | undefined) =>
    value === undefined || options.some((one) => one.value === value)
      ? options
      : [...options, { value, label: { lv: value, en: value } }]
  return [
    choice(filterField('goal'), 'strategy.edit.goal', kept(goals, stored.goal)),
    choice(filterField('status'), 'strategy.edit.claim.status', kept(statuses, stored.status), {
      hint: 'strategy.edit.claim.status.hint',
    }),
    choice(filterField('data'), 'strategy.edit.claim.data', YES_NO, {
      hint: 'strategy.edit.claim.indicators.hint',
    }),
    choice(filterField('retired'), 'strategy.edit.claim.retired', YES_NO),
    choice(filterField('methodology'), 'strategy.edit.claim.methodology', YES_NO),
  ]
}

/** The cell of a filter from its fields, and back. */
export const filterOf = (typed: Typed): string =>
  FILTERS.flatMap((name) => {
    const value = typed[filterField(name)] ?? ''
    return value === '' ? [] : [`${name}=${value}`]
  }).join(';')

export function filterTyped(cell: string): Typed {
  const stored = new Map(cell.split(';').map((pair) => pair.split('=') as [string, string]))
  return Object.fromEntries(FILTERS.map((name) => [filterField(name), stored.get(name) ?? '']))
}
