import { claimAnchor } from './anchors.ts'

/** What of a strategy has a place of its own on its pages. */
export type StrategyPart = 'decision' | 'goal' | 'programme' | 'programmeLinks'

declare module '../findings/model.ts' {
  interface SubjectKinds {
    action: { code: string }
    /** The strategy as a whole, or the part of it that is named; `code` of the goal or programme. */
    strategy: { part?: StrategyPart; code?: string }
    claim: { key: string }
    /** A document that the strategy's figures were taken from. */
    source: { key: string }
  }
}

/** The page of an action, below the address of its municipality. */
export const actionAddress = (code: string) => `/ricibas-plans/${encodeURIComponent(code)}`

/** The page of a goal, below the address of its plan. */
export const goalAddress = (code: string) => `/strategija/${encodeURIComponent(code.toLowerCase())}`

/** Where a claim is held against the data. */
export const claimAddress = (key: string) => `/datu-kvalitate/apgalvojumi#${claimAnchor(key)}`

/** The page and place of a strategy or one of its parts. */
export function strategyAddress({ part, code = '' }: { part?: StrategyPart; code?: string }): string {
  switch (part) {
    case 'decision':
      return '/strategija#decision'
    case 'goal':
      return goalAddress(code)
    case 'programme':
      return `/programmas#programme-${encodeURIComponent(code)}`
    case 'programmeLinks':
      return '/programmas#links'
    default:
      return '/strategija'
  }
}
