/** Pupils who may travel equally far: grades 1–6, for example. `travelLimit` is in minutes, door to door. */
export type GradeBand = { id: string; travelLimit?: number }

/** What a school has and needs for one grade band. A minimum binds only a school that teaches the group. */
export type SiteGroup = { capacity?: number; minimum?: number }

/** A school, or a place for one. */
export type Site = {
  id: string
  /** Pupils for whom there is room, all grades together; without it there is no limit. */
  capacity?: number
  /** Pupils below whom the school may not be kept open. */
  minimum?: number
  /** What keeping it open costs a year, in the unit of the objective: pupil-minutes. */
  runningCost?: number
  /** Decided from outside; `free` by default. */
  status?: 'free' | 'open' | 'closed'
  /** Limits by grade band; a capacity of 0 means that the group is not taught here. */
  groups?: Readonly<Record<string, SiteGroup>>
}

/** Pupils who travel together: one grade band of one village or street. Moves as a whole unless `splittable`. */
export type Unit = {
  id: string
  /** At least a thousandth; need not be whole, as forecasts are not. */
  pupils: number
  gradeBand: string
  /**
   * Units with the same key go to the same school: brothers and sisters, a cohort, a village. They are kept whole
   * unless all of them are splittable; then the same share of each goes to each school. Those of them who are enrolled
   * must be so in one school; the others then go where these go.
   */
  together?: string
  /** The school that they are enrolled in. */
  presentSite?: string
  /** Where fairness is measured: a parish, a village. */
  area?: string
  splittable?: boolean
  /** How much a minute of theirs weighs; 1 by default. */
  priority?: number
}

/** What counts beside the total of minutes. Each term is in pupil-minutes and is added to the objective. */
export type Fairness = {
  /** Added for each pupil and each minute beyond `minutes`. */
  beyond?: { minutes: number; weight: number }
  /** Added for each minute of the longest way of anyone who travels to a new school. */
  longest?: number
  /** Added for each minute of the mean way in the area that has it worst. */
  worstArea?: number
}

/**
 * Which schools stay and who goes where.
 *
 * Minimised are pupil-minutes, running costs, costs of moving and fairness terms. `travel` is `units × sites` in
 * minutes, row by row; Infinity where there is no way. Limits hold to a millionth of a pupil.
 */
export type NetworkProblem = {
  sites: readonly Site[]
  units: readonly Unit[]
  gradeBands: readonly GradeBand[]
  travel: Float64Array
  /** Pupils of a school that stays open keep their place there, however far it is: no plan moves them. */
  mayPresentStay?: boolean
  /** Added for each pupil who leaves a school. */
  movingCost?: number
  openAtMost?: number
  openAtLeast?: number
  fairness?: Fairness
}
