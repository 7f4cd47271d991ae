import type { SurveyRows } from '../sheets.ts'

/** A change of the rows. */
type Correction = (rows: SurveyRows) => SurveyRows

/** Changes the chosen rows of one sheet. */
export function change<Name extends keyof SurveyRows>(
  name: Name,
  isChosen: (row: SurveyRows[Name][number]) => boolean,
  given: Partial<SurveyRows[Name][number]>,
): Correction {
  const all = (rows: SurveyRows) => rows[name] as SurveyRows[Name][number][]
  return (rows) => ({
    ...rows,
    [name]: all(rows).map((row) => (isChosen(row) ? { ...row, ...given } : row)),
  })
}

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
} satisfies Record<string, Correction>

/** The same rows with every cause of a contradiction or an obstacle mended, and nothing else. */
export const correct: Correction = (rows) => CORRECTIONS.representativeness(CORRECTIONS.shareOfHeads(rows))
