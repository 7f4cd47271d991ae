import { describe, expect, test } from 'vitest'
import { findNearest } from './nearest.ts'

describe('the nearest key', () => {
  const known = new Set(['early-leavers', 'early-readers', 'KP1', 'KP2', 'Ķekava', '1.1.1', '1.1.2'])

  test.each([
    ['early leavers', 'early-leavers'],
    ['EARLY-LEAVERS', 'early-leavers'],
    ['early-laevers', 'early-leavers'],
    ['early-leaver', 'early-leavers'],
    ['kekava', 'Ķekava'],
    ['kp1', 'KP1'],
    ['KP9', undefined],
    ['1.1.9', undefined],
    ['budget', undefined],
  ])('to %s is %s', (wanted, expected) => {
    expect(findNearest(wanted, known)).toBe(expected)
  })
})
