import { writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Report, ReportSection } from '#platform/reports/report.ts'
import { test } from '../../../../../tests/support/database.ts'
import { reportDataOf } from './content.testing.ts'
import { REPORT_KINDS, writeReport } from './index.ts'

const say = (inline: readonly { text: string }[]) => inline.map(({ text }) => text).join('')
function dump(report: Report) {
  const out = [
    `# ${report.title}`,
    report.subtitle,
    ...report.facts.map((f) => `${f.label}: ${say(f.content)}`),
  ]
  const walk = (s: ReportSection, level: number) => {
    out.push('', `${'#'.repeat(level)} ${s.title}  [${s.key}]`)
    for (const b of s.blocks) {
      if (b.kind === 'table') {
        out.push(`TABLE ${b.caption} — ${b.says}`, b.columns.map((c) => c.heading).join(' | '))
        for (const r of b.rows) out.push(r.cells.map(say).join(' | '))
        if (b.note) out.push(`(${say(b.note)})`)
      } else if (b.kind === 'list') for (const i of b.items) out.push(`- ${say(i)}`)
      else if (b.kind === 'question') out.push(`? ${say(b.content)} <- ${say(b.basis)}`)
      else if (b.kind === 'finding') out.push(`! ${b.title}: ${say(b.content)} [${b.certainty}]`)
      else if (b.kind === 'paragraph' || b.kind === 'note')
        out.push(`${b.kind === 'note' ? 'NOTE ' : ''}${say(b.content)}`)
      else out.push(b.kind)
    }
    for (const sub of s.sections ?? []) walk(sub, level + 1)
  }
  for (const s of report.sections) walk(s, 2)
  return out.join('\n')
}

test('dump', async ({ db }) => {
  const t0 = performance.now()
  const data = await reportDataOf(db, { since: '2024-01-01' })
  console.log('read', performance.now() - t0)
  for (const kind of REPORT_KINDS)
    for (const language of ['lv', 'en'] as const) {
      const t = performance.now()
      const r = writeReport(kind, data, language)
      console.log(kind, language, performance.now() - t)
      writeFileSync(`/tmp/h8-${kind}.${language}.txt`, dump(r))
    }
  expect(1).toBe(1)
})
