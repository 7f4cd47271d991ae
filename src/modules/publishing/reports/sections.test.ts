import { expect, test } from 'vitest'
import type { ReportSection } from '#platform/reports/report.ts'
import { withoutEmpty } from './sections.ts'

const section = (key: string, says: boolean, sections?: ReportSection[]): ReportSection => ({
  key,
  title: key,
  blocks: says ? [{ kind: 'commentary', paragraphs: ['Tā ir.'] }] : [],
  ...(sections ? { sections } : {}),
})
const keysOf = (sections: readonly ReportSection[] = []): unknown[] =>
  sections.map(({ key, sections: within }) => (within ? [key, keysOf(within)] : key))

test('a section in which nothing stands is left out, with all that is in it', () => {
  const written = [
    section('said', true),
    section('unsaid', false),
    section('around', false, [section('within', true), section('hollow', false, [section('deep', false)])]),
    section('shell', false, [section('core', false)]),
  ]
  expect(keysOf(withoutEmpty({ sections: written }).sections)).toEqual(['said', ['around', ['within']]])
})
