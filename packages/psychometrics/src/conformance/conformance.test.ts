import { holdReadme } from '../../../../tests/support/hold-readme.ts'
import * as psychometrics from '../index.ts'
import { conformance } from './conformance.ts'

holdReadme({
  readme: new URL('../../README.md', import.meta.url),
  rows: conformance,
  tools: undefined,
  imports: { '@izaugsme/psychometrics': psychometrics },
  decimals: 3,
})
