import { describe, expect, test } from 'vitest'
import type { FoundIn, Reading, View } from './family.ts'
import { startReading } from './gather.ts'
import { findForReader, publish } from './publish.ts'

const found = (code: string, said: string): FoundIn => ({
  part: '',
  position: 0,
  finding: { code, severity: 'notice', subjects: [], explanation: { lv: said, en: said } },
})
const words = { lv: 'Skaitļi', en: 'Figures' }
const COVERED = 'Figures. With which figures is not shown here, because they would tell about single people.'
const family = {
  name: 'figures',
  title: 'findings.menu' as const,
  rules: [
    { code: 'telling', title: words, explain: words },
    { code: 'silent', title: words, explain: words, tellsNoFigure: true as const },
  ],
}
const said = (findings: FoundIn[]) => findings.map(({ finding }) => finding.explanation.en)

test('what the shown figures give as well is read word for word', () => {
  const all = [found('telling', '34 of 60.'), found('telling', '3 of 10.')]
  expect(said(publish(family, all, [found('telling', '34 of 60.')]))).toEqual(['34 of 60.', COVERED])
})

test('a finding that the shown figures give otherwise is not read in either wording', () => {
  expect(said(publish(family, [found('telling', '3 of 10.')], [found('telling', 'No result.')]))).toEqual([
    COVERED,
  ])
})

test('what only the shown figures give is no finding', () => {
  expect(publish(family, [], [found('telling', 'No result.')])).toEqual([])
})

test('a rule that names no figure is read whatever is covered', () => {
  expect(said(publish(family, [found('silent', 'The group is small.')], []))).toEqual(['The group is small.'])
})

describe('a reader', () => {
  const place = { municipalityId: 'town', tx: {} as never }
  const find = async ({ view }: { view?: View | undefined }) =>
    view === 'unprotected' ? [found('telling', '3 of 10.')] : []

  test('of the unprotected view gets what was found', async () => {
    const reading = startReading(place.tx, { ...place, view: 'unprotected' })
    expect(said(await findForReader(family, reading, find))).toEqual(['3 of 10.'])
  })
  test('of no view in particular gets what the public may read', async () => {
    expect(said(await findForReader(family, startReading(place.tx, place), find))).toEqual([COVERED])
  })
  test('gets nothing that was read for the other view', async () => {
    const once = (reading: Reading) =>
      reading.once('figures', async () => [found('telling', reading.view ?? 'none')])
    const seen = await findForReader(family, startReading(place.tx, place), once)
    expect(said(seen)).toEqual([COVERED])
  })
})
