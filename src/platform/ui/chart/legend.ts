import { LINE, linesOf, WIDTH, widthOf, words } from './svg.ts'

const SAMPLE = 22 // from the beginning of an entry to its words
const BETWEEN = 16

type Entry = { label: string; sample: (x: number, middle: number) => string }

/** Entries beside each other, on as many lines as they need, from this height down. */
export function legend(entries: readonly Entry[], top: number): { svg: string; bottom: number } {
  let [x, y] = [0, top]
  const parts: string[] = []
  for (const { label, sample } of entries) {
    const lines = linesOf(label, WIDTH - SAMPLE)
    const width = SAMPLE + Math.max(0, ...lines.map(widthOf))
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + LINE + 3]
    parts.push(
      sample(x, y + LINE / 2),
      ...lines.map((line, row) => words(line, x + SAMPLE, y + LINE * (row + 0.78))),
    )
    if (lines.length > 1) [x, y] = [0, y + LINE * lines.length + 3]
    else x += width + BETWEEN
  }
  return { svg: parts.join(''), bottom: x > 0 ? y + LINE + 3 : y }
}
