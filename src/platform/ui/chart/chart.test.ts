import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { domainOf, leavesOutZero, scaleFor } from './axis.ts'
import { chartFile } from './chart-file.ts'
import { line, words } from './drawing.ts'
import { LOOKS } from './looks.ts'
import { pngOf } from './png.server.ts'

test('every look of a file is also one of pages', async () => {
  const css = await readFile('src/platform/ui/styles/charts.css', 'utf8')
  const missing = Object.keys(LOOKS).filter(
    (look) => !['tick', 'whisker'].includes(look) && !css.includes(`.${look}`),
  )
  expect(missing).toEqual([])
})

test('shares stand between 0 and 100, others begin at zero unless that presses them together', () => {
  expect(domainOf('percent', [78, 81])).toEqual([0, 100])
  expect(domainOf('percent', [50, 120])).toEqual([0, 120])
  expect(domainOf('count', [20, 50])).toEqual([0, 50])
  expect(domainOf('count', [1000, 1050])).toEqual([1000, 1050])
  expect(domainOf('count', [-20, 50])).toEqual([-20, 50])
  const scale = scaleFor([], {
    from: 0,
    to: 100,
    marks: 4,
    language: 'lv',
    domain: domainOf('count', [1000, 1050]),
  })
  expect(leavesOutZero(scale)).toBe(true)
  expect(scale.ticks.length).toBeGreaterThanOrEqual(2)
})

test('a chart becomes a picture with its words', async () => {
  const file = {
    language: 'lv' as const,
    title: 'Šķēršļi un ēnas',
    sentence: 'Skaitlis pieauga.',
    legend: [{ key: 'a', label: 'rezultāts', marks: [line('path', 0, 8, 16, 8)] }],
    notes: [],
    source: ['Avots: pārskats.'],
  }
  const svg = (text: string) =>
    chartFile({
      ...file,
      drawing: { width: 320, height: 100, marks: [words('named', text, 10, 40, 'start')] },
    })
  const [picture, empty] = await Promise.all([pngOf(svg('Ķēde'), 1), pngOf(svg(''), 1)])
  expect([...picture.slice(0, 4)]).toEqual([137, 80, 78, 71])
  // Letters are really painted, also where a machine has no fonts.
  expect(picture.length).toBeGreaterThan(empty.length + 100)
})
