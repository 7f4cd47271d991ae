import { describe, expect, test } from 'vitest'
import { Random } from './random.ts'

const draw = (random: Random, count: number) => Array.from({ length: count }, () => random.next())

describe('Random', () => {
  test('the same seed gives the same chance, another seed another', () => {
    expect(draw(new Random('1'), 5)).toEqual(draw(new Random('1'), 5))
    expect(draw(new Random('1'), 5)).not.toEqual(draw(new Random('2'), 5))
  })

  test('a fork is changed by nothing that is drawn elsewhere', () => {
    const random = new Random('1')
    const before = draw(random.fork('a'), 3)
    draw(random, 100)
    expect(draw(random.fork('a'), 3)).toEqual(before)
    expect(draw(random.fork('b'), 3)).not.toEqual(before)
  })

  test('whole numbers come from both ends and nothing beyond; normal ones are about 0, spread by 1', () => {
    const random = new Random('3')
    const whole = new Set(Array.from({ length: 200 }, () => random.whole(2, 4)))
    expect([...whole].sort()).toEqual([2, 3, 4])
    const normal = Array.from({ length: 4000 }, () => random.normal())
    const mean = normal.reduce((sum, one) => sum + one, 0) / normal.length
    const variance = normal.reduce((sum, one) => sum + (one - mean) ** 2, 0) / normal.length
    expect(mean).toBeCloseTo(0, 1)
    expect(variance).toBeCloseTo(1, 0)
  })

  test('shuffled are the same in another order', () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8]
    const shuffled = new Random('4').shuffle(all)
    expect(shuffled).not.toEqual(all)
    expect(shuffled.toSorted()).toEqual(all)
  })
})
