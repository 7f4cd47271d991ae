import loadHighs from 'highs'
import { holdReadme } from '../../../tests/support/hold-readme.ts'
import { conformance } from './conformance.ts'
import * as disclosure from './index.ts'

holdReadme({
  readme: new URL('../README.md', import.meta.url),
  rows: conformance,
  tools: await loadHighs(),
  imports: { '@izaugsme/disclosure': disclosure, highs: { default: loadHighs } },
  decimals: 9,
})
