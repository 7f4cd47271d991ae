import { describe, expect } from 'vitest'
import { openBuiltSite } from '../../../../tests/support/built-site.ts'
import { test } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import {
  type Planted,
  plantInRows,
  plantRowsOfWords,
  SECRET,
} from '../../../../tests/support/plant-secret.ts'
import { changedFigures } from './compare-figures.ts'
import { REPORT_KINDS } from './content/kinds.ts'
import { freezeReport, previewFrozen } from './freeze.service.server.ts'
import { beginReport } from './report.service.server.ts'
import { writePublicly } from './written.server.ts'

const PLAN = 'liepaja-2020-2025'
const ABOUT = { strategy: PLAN, institutionId: null, asOf: null, since: null } as const

describe('a report holds only what everybody may read', () => {
  test('whoever writes it and of whichever kind it is', async ({ db, open }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const head = memberOf(municipalityId, 'educationHead', 'head')
    const planted: Planted = new Map()
    await plantInRows(open, municipalityId, planted)
    await plantRowsOfWords(open, municipalityId, planted)
    expect(planted.size).toBeGreaterThan(50)
    const editor = await openEditor(db, head)
    for (const kind of REPORT_KINDS) {
      const { report } = await writePublicly(db, municipalityId, { ...ABOUT, kind })
      expect(JSON.stringify(report)).not.toContain(SECRET)
      expect(JSON.stringify(report).length).toBeGreaterThan(1000)
      const key = await beginReport(db, head, municipalityId, { ...ABOUT, kind, title: null })
      const asked = { municipalityId, key }
      const { mark } = await previewFrozen(db, head, asked)
      await freezeReport(db, head, asked, { isPublic: true, seen: mark })
      const openly = await openBuiltSite(db)
      expect(await (await openly(`/liepaja/parskati/${key}`)).text()).not.toContain(SECRET)
      expect(await editor.read(`/darbs/liepaja/parskati/${key}/melnraksts.html`)).not.toContain(SECRET)
    }
  })

  test('of a plan that is not published there is none', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const speaks = { ...ABOUT, kind: 'evaluation', strategy: 'slepens-2030' } as const
    await expect(writePublicly(db, municipalityId, speaks)).rejects.toMatchObject({ status: 404 })
  })
})

test('figures that are others today are told, each with what it is', () => {
  const report = (figures: Record<string, string>) => ({
    sections: [
      {
        key: 'one',
        title: 'Viens',
        blocks: Object.entries(figures).map(([id, said]) => ({
          kind: 'paragraph' as const,
          content: [{ text: said, to: `/liepaja/${id}`, figure: { id, said } }],
        })),
      },
    ],
  })
  const frozen = report({ a: '12', b: '3,5 %', c: '7' })
  expect(changedFigures(frozen, frozen)).toEqual({ cited: 3, changed: [] })
  expect(changedFigures(frozen, report({ a: '12', b: '4,0 %', d: '9' }))).toEqual({
    cited: 3,
    changed: [
      { id: 'b', said: '3,5 %', today: '4,0 %', to: '/liepaja/b' },
      { id: 'c', said: '7', today: null, to: '/liepaja/c' },
    ],
  })
})
