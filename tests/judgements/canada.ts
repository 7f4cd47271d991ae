import { join } from 'node:path'
import type { Case } from './judgement.ts'

/**
 * The Canadian Indicator Framework, turned into rows by somebody else. It lies beside the repository and may be
 * absent. Its oddities are those that the conversion and the figures themselves are known to have.
 */
export const canada = (cases: string): Case => ({
  name: 'Canadian Indicator Framework',
  folder: join(cases, 'R01-canada'),
  oddities: [
    { what: 'counts under an indicator in per cent', shownBy: ['share-impossible 14.2.1/1@2011'] },
    {
      what: 'targets below their baselines',
      shownBy: ['target-already-met 9.7.1@2030', 'target-already-met 3.13.1@2028'],
    },
    { what: 'the year 2030 has no results yet', shownBy: ['period-without-results 1.1.1'] },
    {
      what: 'measured once only',
      shownBy: ['3.2.1', '5.2.1', '16.7.1'].map((code) => `indicator-without-data ${code}`),
    },
    { what: 'neither owners nor methods were loaded', shownBy: ['plan-column-absent strategy'] },
  ],
  opinions: {
    'fell-by-half': 'worth',
    'indicator-without-data': 'worth',
    'period-rule-missing': 'worth',
    'period-without-results': 'worth',
    'plan-column-absent': 'worth',
    'series-not-measured': 'worth',
    'share-impossible': 'worth',
    'strategy-adopted-after-start': 'worth',
    // Impossible shares beyond a target in per cent: one wrong unit.
    'target-already-met': { of: 'worth', but: { '14.2.1/1@2026': 'repeats' } },
    'target-missing': 'worth',
  },
})
