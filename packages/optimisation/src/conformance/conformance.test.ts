import loadHighs from 'highs'
import { holdReadme } from '../../../../tests/support/hold-readme.ts'
import * as optimisation from '../index.ts'
import { conformance } from './conformance.ts'

holdReadme({
  readme: new URL('../../README.md', import.meta.url),
  rows: conformance,
  tools: await loadHighs(),
  imports: { '@izaugsme/optimisation': optimisation, highs: { default: loadHighs } },
  decimals: 4,
})
