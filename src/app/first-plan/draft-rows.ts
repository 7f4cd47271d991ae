import type { DraftFiles, DraftRow } from '#platform/draft-dataset/tables.server.ts'

/** Names of files that the guide writes, by what they hold. */
export const FILE = {
  dataset: 'dataset.csv',
  strategy: 'strategy.csv',
  institutions: 'institutions.csv',
  goals: 'goals.csv',
  indicators: 'indicators.csv',
  methodologies: 'methodologies.csv',
  series: 'series.csv',
  observations: 'observations.csv',
  baselines: 'baselines.csv',
  targets: 'targets.csv',
} as const
export type DraftFile = keyof typeof FILE

export const rowsOf = (files: DraftFiles, file: DraftFile): readonly DraftRow[] => files[FILE[file]] ?? []

/** The same draft with other rows in some of its files. */
export function withRows(
  files: DraftFiles,
  changed: Partial<Record<DraftFile, readonly DraftRow[]>>,
): DraftFiles {
  const named = Object.entries(changed).map(([file, rows]) => [FILE[file as DraftFile], rows])
  return { ...files, ...Object.fromEntries(named) }
}

/** Steps of the guide, in their order; each leaves something that can be looked at. */
export const STEPS = ['plan', 'institutions', 'goals', 'indicators', 'figures'] as const
export type Step = (typeof STEPS)[number]

/** What a step fills; institutions may wait, the others are needed before anybody publishes. */
const FILLS: Readonly<Record<Step, DraftFile>> = {
  plan: 'strategy',
  institutions: 'institutions',
  goals: 'goals',
  indicators: 'indicators',
  figures: 'observations',
}
export const OPTIONAL_STEPS: ReadonlySet<Step> = new Set(['institutions'])

/** How many rows a step has filled; 0 where nothing was done yet. */
export const countOf = (files: DraftFiles, step: Step) => rowsOf(files, FILLS[step]).length

/** Steps that must be done before the plan can be published and are not. */
export const missingSteps = (files: DraftFiles): Step[] =>
  STEPS.filter((step) => !OPTIONAL_STEPS.has(step) && countOf(files, step) === 0)

/** Whether there is enough to look at a preview. */
export const hasPreview = (files: DraftFiles) => countOf(files, 'plan') > 0

/** Where the guide of a municipality begins. */
export const guideAddress = (slug: string) => `/darbs/${slug}/sakums`

/** Where each step is done, below the guide. */
export const STEP_ADDRESS: Readonly<Record<Step, string>> = {
  plan: '/plans',
  institutions: '/iestades',
  goals: '/merki',
  indicators: '/raditaji',
  figures: '/skaitli',
}
