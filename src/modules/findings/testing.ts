import type { GatheredFinding } from './gather.ts'

/** An obstacle that a rule on indicators found in indicator 5, unless told otherwise. */
export function aFinding(given: Partial<GatheredFinding> = {}): GatheredFinding {
  return {
    code: 'target-missing',
    title: { lv: 'Nav mērķa', en: 'No target' },
    severity: 'obstacle',
    family: 'indicators',
    anchor: 'target-missing-1',
    subjects: [],
    explanation: { lv: 'Mērķa nav.', en: 'There is no target.' },
    belongsTo: { goal: ['KP1'], indicator: ['5'] },
    ...given,
  }
}
