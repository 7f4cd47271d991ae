import type { ConformanceRow } from '../../../../tests/support/conformance.ts'
import { analysisRows } from './analysis-rows.ts'
import { calibrationRows } from './calibration-rows.ts'
import { comparisonRows } from './comparison-rows.ts'

/** Every known answer that the package must reproduce. */
export const conformance: ConformanceRow[] = [...calibrationRows, ...analysisRows, ...comparisonRows]
