import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeParagraphs, paragraphsIn } from './merge-paragraphs.ts'

const text = (...paragraphs: string[]) => paragraphs.join('\n\n')
const WAS = text('Pirmā.', 'Otrā.', 'Trešā.')

describe('two who wrote at once', () => {
  test('are brought together where they changed different paragraphs', () => {
    expect(
      mergeParagraphs(WAS, text('Pirmā!', 'Otrā.', 'Trešā.'), text('Pirmā.', 'Otrā.', 'Trešā?', 'Ceturtā.')),
    ).toBe(text('Pirmā!', 'Otrā.', 'Trešā?', 'Ceturtā.'))
  })

  test('decide themselves where both changed the same one', () => {
    expect(mergeParagraphs(WAS, text('A.', 'Otrā.', 'Trešā.'), text('B.', 'Otrā.', 'Trešā.'))).toBeUndefined()
    expect(mergeParagraphs(WAS, text('Otrā.', 'Trešā.'), text('B.', 'Otrā.', 'Trešā.'))).toBeUndefined()
    expect(mergeParagraphs('', 'Anna raksta.', 'Bruno raksta.')).toBeUndefined()
  })

  test('keep what both added in one place, what was saved first standing first', () => {
    expect(mergeParagraphs(WAS, text(WAS, 'Mana.'), text(WAS, 'Cita.'))).toBe(text(WAS, 'Cita.', 'Mana.'))
  })

  test('who did the same have done it once', () => {
    const same = text('Pirmā.', 'Jauna.', 'Trešā.')
    expect(mergeParagraphs(WAS, same, same)).toBe(same)
    expect(mergeParagraphs(WAS, text(same, 'Beigas.'), same)).toBe(text(same, 'Beigas.'))
  })
})

test('whatever two write, no word that either has put in is lost', () => {
  const paragraphs = fc.array(
    fc.integer({ min: 0, max: 6 }).map((n) => `Rindkopa ${n}.`),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(paragraphs, paragraphs, paragraphs, (was, own, saved) => {
      const merged = mergeParagraphs(text(...was), text(...own), text(...saved))
      if (merged === undefined) return
      const kept = paragraphsIn(merged)
      for (const one of [...own, ...saved]) if (!was.includes(one)) expect(kept).toContain(one)
    }),
  )
})

test('what only one has changed is as that one wrote it', () => {
  const paragraphs = fc.array(
    fc.integer({ min: 0, max: 6 }).map((n) => `Rindkopa ${n}.`),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(paragraphs, paragraphs, (was, changed) => {
      expect(mergeParagraphs(text(...was), text(...changed), text(...was))).toBe(text(...changed))
      expect(mergeParagraphs(text(...was), text(...was), text(...changed))).toBe(text(...changed))
    }),
  )
})
