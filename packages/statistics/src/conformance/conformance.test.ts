import { holdReadme } from '../../../../tests/support/hold-readme.ts'
import * as statistics from '../index.ts'
import { conformance } from './conformance.ts'

holdReadme({
  readme: new URL('../../README.md', import.meta.url),
  rows: conformance,
  tools: undefined,
  imports: { '@izaugsme/statistics': statistics },
  decimals: 4,
})
