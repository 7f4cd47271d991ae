import { describe, expect, test } from 'vitest'
import { createSpeech } from '#platform/i18n.tsx'
import { createText } from '#platform/texts/text.ts'
import en from '../texts/en.json' with { type: 'json' }
import lv from '../texts/lv.json' with { type: 'json' }
import { formatEstimate, formatInterval, formatPercent, sayPopulation } from './figures.ts'

const latvian = createSpeech('lv', createText('lv', lv))
const english = createSpeech('en', createText('en', en))

test('a percentage is written as printed, with its sign on the same line', () => {
  expect(formatPercent({ percent: 43, decimals: 0 }, latvian)).toBe('43\u00a0%')
  expect(formatPercent({ percent: 43.5, decimals: 1 }, latvian)).toBe('43,5\u00a0%')
})

describe('formatInterval', () => {
  test('writes the bounds in per cent', () => {
    expect(formatInterval({ low: 0.767, high: 0.846 }, 0, latvian)).toBe('77–85')
  })
  test('writes one number where both bounds print the same', () => {
    expect(formatInterval({ low: 0.8, high: 0.8 }, 0, latvian)).toBe('80')
  })
})

test('a share stands before its interval', () => {
  expect(formatEstimate({ share: 0.81, low: 0.767, high: 0.846 }, 0, english)).toBe('81% (77–85)')
})

describe('sayPopulation', () => {
  test('says that the source gives the size', () => {
    const said = sayPopulation({ kind: 'given', best: 500, low: 500, high: 500 }, latvian)
    expect(said).toEqual({ size: '500', how: 'norādīts avotā' })
  })
  test('says the range that fits the printed share', () => {
    const said = sayPopulation({ kind: 'feasible', best: 502, low: 497, high: 508 }, english)
    expect(said).toEqual({ size: 'about 502', how: 'computed from the response share: 497\u2060–\u2060508' })
  })
  test('says the number alone when only one fits', () => {
    const said = sayPopulation({ kind: 'feasible', best: 30, low: 30, high: 30 }, latvian)
    expect(said).toEqual({ size: '30', how: 'aprēķināts no atsaucības' })
  })
  test('says that nobody knows', () => {
    expect(sayPopulation({ kind: 'unknown' }, latvian)).toEqual({
      size: 'nav zināms',
      how: 'avotā nav ne lieluma, ne atsaucības',
    })
  })
})
