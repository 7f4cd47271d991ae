import type { SurveyTable } from './model.ts'

/** Whether anything that the source prints is covered in the table. */
export const hasCovered = ({ groups, items, results, printedMeans }: SurveyTable): boolean =>
  groups.some(({ fewerThan }) => fewerThan !== undefined) ||
  items.some(({ isMeanCovered }) => isMeanCovered === true) ||
  [...results, ...printedMeans].some(({ isCovered }) => isCovered === true)
