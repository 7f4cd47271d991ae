import type { PlanKind, PlanOfWork } from './model.ts'

const HOMES = { work: 'darba-plani', development: 'attistibas-plani' } as const satisfies Record<
  PlanKind,
  string
>

/** Where a municipality's workplace keeps its plans of a kind. */
export const plansHome = (slug: string, kind: PlanKind) => `/darbs/${slug}/${HOMES[kind]}`

/** A plan in the workplace, and what is done with it. */
export const planAddress = (slug: string, { kind, key }: Pick<PlanOfWork, 'kind' | 'key'>) =>
  `${plansHome(slug, kind)}/${key}`

/** How plans and the strategy hang together: in the workplace, and as everybody reads it. */
export const coverageAddress = (slug: string) => `/darbs/${slug}/saskanotiba`
export const publicCoverageAddress = (slug: string) => `/${slug}/saskanotiba`

/** Of which kind the plans are at an address. */
export const kindAt = (pathname: string): PlanKind =>
  pathname.split('/').includes(HOMES.work) ? 'work' : 'development'

/** Stands in an address for a task that is not there yet. */
export const NEW_ITEM = 'jauns'
