import type { ConformanceRow } from '../../../../tests/support/conformance.ts'
import { distributionRows } from './distribution-rows.ts'
import { modelRows } from './model-rows.ts'
import { proportionRows } from './proportion-rows.ts'
import { surveyRows } from './survey-rows.ts'

/** Every known answer that the package must reproduce, digit for digit. */
export const conformance: ConformanceRow[] = [
  ...distributionRows,
  ...proportionRows,
  ...surveyRows,
  ...modelRows,
]
