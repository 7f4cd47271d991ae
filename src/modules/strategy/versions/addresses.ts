import type { Target } from './version.ts'

/** Where versions are drafted, below the workplace of a municipality. */
export const versionsHome = (slug: string) => `/darbs/${slug}/redakcijas`

export const versionAddress = (slug: string, number: number) => `${versionsHome(slug)}/${number}`

const PATH_OF = { goal: 'merki', direction: 'virzieni', action: 'darbibas' } as const satisfies Record<
  Target,
  string
>

/** Where one says what a draft proposes for a goal, direction or action. */
export const proposalAddress = (slug: string, number: number, target: Target, code: string) =>
  `${versionAddress(slug, number)}/${PATH_OF[target]}/${encodeURIComponent(code)}`

/** The target that a part of an address names; undefined when it names none. */
export const targetIn = (part: string | undefined): Target | undefined =>
  (['goal', 'direction', 'action'] as const).find((target) => PATH_OF[target] === part)

/** The guided way through the plan in the middle of its time. */
export const midtermHome = (slug: string) => `/darbs/${slug}/videja-termina-parskats`

export const midtermStep = (slug: string, target: 'goal' | 'action', code: string) =>
  `${midtermHome(slug)}/${PATH_OF[target]}/${encodeURIComponent(code)}`

/** Parameter that names another version to compare with. */
export const AGAINST = 'ar'
