import { diffArrays } from 'diff'

/** A stretch of the text that both began from, and what somebody put in its place. */
type Hunk = { from: number; to: number; put: readonly string[] }

/** The paragraphs of a text: what stands between empty lines. */
export const paragraphsIn = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)

/**
 * Brings together what two people made of the same text, paragraph by paragraph. What both added in one place is kept
 * one below the other, what was saved first standing first.
 *
 * @param was the text that both began from
 * @returns undefined where both have changed the same paragraph, or both have begun an empty text: then people decide
 */
export function mergeParagraphs(was: string, own: string, saved: string): string | undefined {
  const base = paragraphsIn(was)
  const mine = paragraphsIn(own)
  const theirs = paragraphsIn(saved)
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine.join('\n\n')
  if (isSame(base, mine)) return theirs.join('\n\n')
  if (base.length === 0) return undefined
  const hunks = [
    ...hunksOf(base, theirs).map((hunk) => ({ ...hunk, isOwn: false })),
    ...hunksOf(base, mine).map((hunk) => ({ ...hunk, isOwn: true })),
  ].sort((a, b) => a.from - b.from || a.to - b.to || Number(a.isOwn) - Number(b.isOwn))
  const merged: string[] = []
  let at = 0
  let last: (typeof hunks)[number] | undefined
  for (const hunk of hunks) {
    if (last && last.isOwn !== hunk.isOwn) {
      if (last.from === hunk.from && last.to === hunk.to && isSame(last.put, hunk.put)) continue
      if (hunk.from < last.to) return undefined
    }
    merged.push(...base.slice(at, hunk.from), ...hunk.put)
    at = Math.max(at, hunk.to)
    last = hunk
  }
  return [...merged, ...base.slice(at)].join('\n\n')
}

function hunksOf(base: readonly string[], changed: readonly string[]): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let open: Hunk | undefined
  for (const { added, removed, value } of diffArrays([...base], [...changed])) {
    if (!added && !removed) {
      at += value.length
      open = undefined
      continue
    }
    if (!open) {
      open = { from: at, to: at, put: [] }
      hunks.push(open)
    }
    if (removed) at += value.length
    const next: Hunk = { from: open.from, to: at, put: added ? [...open.put, ...value] : open.put }
    hunks[hunks.length - 1] = next
    open = next
  }
  return hunks
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((paragraph, index) => paragraph === b[index])
