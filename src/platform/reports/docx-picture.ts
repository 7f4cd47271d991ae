import { drawingSize } from './drawing-size.ts'
import { greyPng } from './png.ts'

/** As wide as a column of text, in dots of which 96 are an inch. */
const WIDTH = 500

/** How large a drawing stands in a Word file, and what stands there where SVG is not known (Word before 2016). */
export function pictureOf(svg: string): { width: number; height: number; fallback: Uint8Array } {
  const drawn = drawingSize(svg)
  const height = Math.max(1, Math.round((WIDTH * drawn.height) / drawn.width))
  return { width: WIDTH, height, fallback: emptyFrame(WIDTH, height) }
}

function emptyFrame(width: number, height: number): Uint8Array {
  const dots = new Uint8Array(width * height).fill(255)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      if (row === 0 || column === 0 || row === height - 1 || column === width - 1)
        dots[row * width + column] = 120
  return greyPng(width, height, dots)
}
