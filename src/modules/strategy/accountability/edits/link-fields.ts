import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import { line, tick } from '#platform/editing/fields.ts'
import type { Complaint, Complaints } from '#platform/forms/form.ts'
import type { PlanPartKind } from '../model.ts'

/** Parts of a plan that something may be linked to: by their codes, indicators by their ids. */
export type Ends = {
  goals: readonly Option[]
  directions: readonly Option[]
  /** Codes of actions. */
  actions: ReadonlySet<string>
  /** Ids of indicators by their codes; none where nothing is linked to them. */
  indicators: ReadonlyMap<string, string>
}
/** One end of a link; of an indicator its id. */
export type End = { kind: PlanPartKind; code: string }

const tickName = (kind: 'goal' | 'direction', code: string) => `${kind}.${code}`
const ACTIONS = 'actions'
const INDICATORS = 'indicators'

/** Goals and directions to be ticked, and codes of actions and indicators to be typed. */
export function linkFields({ goals, directions, indicators }: Ends): EditField[] {
  const ticks = (kind: 'goal' | 'direction', options: readonly Option[]) =>
    options.map(({ value, label }) =>
      tick(tickName(kind, value), `strategy.link.${kind}`, {
        labelValues: { title: typeof label === 'object' ? label.lv : value },
      }),
    )
  return [
    ...ticks('goal', goals),
    ...ticks('direction', directions),
    line(ACTIONS, 'strategy.link.actions', { hint: 'strategy.link.actions.hint' }),
    ...(indicators.size > 0
      ? [line(INDICATORS, 'strategy.link.indicators', { hint: 'strategy.link.indicators.hint' })]
      : []),
  ]
}

/** Links as they are typed. */
export function typedLinks(ends: Ends, links: readonly End[]): Typed {
  const has = (kind: PlanPartKind, code: string) =>
    links.some((one) => one.kind === kind && one.code === code)
  const ticks = (kind: 'goal' | 'direction', options: readonly Option[]) =>
    options.map(({ value }) => [tickName(kind, value), has(kind, value) ? 'yes' : ''])
  const codeOf = new Map([...ends.indicators].map(([code, id]) => [id, code]))
  const codes = links.flatMap(({ kind, code }) => (kind === 'action' ? [code] : []))
  const measured = links.flatMap(({ kind, code }) => (kind === 'indicator' ? (codeOf.get(code) ?? []) : []))
  return {
    ...Object.fromEntries([...ticks('goal', ends.goals), ...ticks('direction', ends.directions)]),
    [ACTIONS]: codes.join(', '),
    ...(ends.indicators.size > 0 ? { [INDICATORS]: measured.join(', ') } : {}),
  }
}

/** Reads what was ticked and typed; codes that the plan does not have are complained of by name. */
export function readLinks(ends: Ends, typed: Typed): { links: End[]; complaints: Complaints } {
  const complaints: Record<string, Complaint[]> = {}
  const ticked = (kind: 'goal' | 'direction', options: readonly Option[]): End[] =>
    options.flatMap(({ value }) => (typed[tickName(kind, value)] === 'yes' ? [{ kind, code: value }] : []))
  const listed = (field: string, known: (code: string) => string | undefined, kind: PlanPartKind): End[] => {
    const codes = [...new Set((typed[field] ?? '').split(/[\s,;]+/).filter((code) => code !== ''))]
    const unknown = codes.filter((code) => known(code) === undefined)
    if (unknown.length > 0)
      complaints[field] = [{ reason: 'strategy.link.unknownCodes', values: { codes: unknown.join(', ') } }]
    return codes.flatMap((code): End[] => {
      const end = known(code)
      return end === undefined ? [] : [{ kind, code: end }]
    })
  }
  const links = [
    ...ticked('goal', ends.goals),
    ...ticked('direction', ends.directions),
    ...listed(ACTIONS, (code) => (ends.actions.has(code) ? code : undefined), 'action'),
    ...listed(INDICATORS, (code) => ends.indicators.get(code), 'indicator'),
  ]
  return { links, complaints }
}
