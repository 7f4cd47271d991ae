/**
 * Figures that differ by less than this part of the largest of them are equal. Figures of public statistics
 * have at most nine digits; what comes after is left by binary fractions (0.1 + 0.2) and must not decide.
 */
const TOLERANCE = 1e-9

/** On which side of what was asked for a result lies; `terms` are what that was added up from. */
export function sideOf(result: number, needed: number, terms: number[]): 'above' | 'equal' | 'below' {
  const largest = Math.max(...[result, needed, ...terms].map(Math.abs))
  if (Math.abs(result - needed) <= TOLERANCE * largest) return 'equal'
  return result > needed ? 'above' : 'below'
}
