import { distanceOf } from './distance.ts'
import { type JudgedSeries, STATUSES } from './list.ts'
import type { Verdict } from './verdict.ts'

/** By what a table of results can be sorted. */
export const RESULT_ORDERS = ['name', 'verdict'] as const

/**
 * Where a verdict stands among all: the good ones first, and of those that were missed the narrow ones before the
 * wide ones.
 */
export function placeOfVerdict(verdict: Verdict): number {
  const share = distanceOf(verdict)?.share ?? 0
  const isMissed = verdict.status === 'missed' || verdict.status === 'offTrack'
  return STATUSES.indexOf(verdict.status) + (isMissed ? share / (1 + share) : 0)
}

/** What a result is called where it stands by itself: its indicator, and which part of it. */
export const wholeName = ({ indicator, series }: JudgedSeries, language: 'lv' | 'en'): string =>
  [indicator.title[language], series.label?.[language]].filter(Boolean).join(', ')
