import { expect, test } from 'vitest'
import { fitName, placeRows, placeShare, TICKS, WIDTH } from './plot-lines.ts'

test('every share stands on the drawing, in its order', () => {
  const places = TICKS.map(placeShare)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
  expect(places.at(-1)).toBeLessThan(WIDTH)
})

test('half way is half of the axis', () => {
  expect(placeShare(0.5)).toBeCloseTo(WIDTH / 2, 9)
})

test('what lies beyond the axis stays at its end', () => {
  expect(placeShare(1.2)).toBe(placeShare(1))
})

test('rows follow each other, and the words of the axis stand below them', () => {
  const { rows, bottom, tickWords, height } = placeRows(3)
  expect(rows).toHaveLength(3)
  for (const [index, { words, line }] of rows.entries()) {
    expect(line).toBeGreaterThan(words)
    expect(rows[index + 1]?.words ?? bottom).toBeGreaterThan(line)
  }
  expect(tickWords).toBeGreaterThan(bottom)
  expect(height).toBeGreaterThan(tickWords)
})

test('a long name is cut, a short one is not', () => {
  expect(fitName('Izglītības iestāžu vadītāji')).toBe('Izglītības iestāžu vadītāji')
  expect(fitName('Profesionālās ievirzes izglītības iestāžu pedagogi')).toBe('Profesionālās ievirzes izg…')
})
