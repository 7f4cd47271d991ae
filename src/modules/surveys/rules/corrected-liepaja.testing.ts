import { type Correction, changesOf } from '../../../../tests/support/correction.ts'
import type { SurveyRows } from '../sheets.ts'

/** Changes the chosen rows of one sheet. */
export const change = changesOf<SurveyRows>()

/** Each mends one cause of a contradiction or an obstacle, and nothing else. */
export const CORRECTIONS = {
  /** 19 of 29 heads; the printed means are the same with it. */
  shareOfHeads: change('surveyResults', ({ group, item }) => group === 'heads' && item === '2.1', {
    share: 66,
  }),
  /** A survey that few parents answered no longer says that it represents them. */
  representativeness: change('surveys', ({ key }) => key === 'strategy-in-practice', {
    claimed_representative: false,
  }),
} satisfies Record<string, Correction<SurveyRows>>

/** The same rows with every cause of a contradiction or an obstacle mended, and nothing else. */
export const correct: Correction<SurveyRows> = (rows) =>
  CORRECTIONS.representativeness(CORRECTIONS.shareOfHeads(rows))
