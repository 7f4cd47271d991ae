import { pngOf } from '../ui/chart/png.server.ts'
import { drawingSize } from './drawing-size.ts'

/** As wide as a column of text, in dots of which 96 are an inch. */
const WIDTH = 500
/** So many dots of the picture on one of those, so that it prints. */
const FINE = 2

export type DocxPicture = { width: number; height: number; fallback: Uint8Array }

/** How large a drawing stands in a Word file, and its picture for where SVG is not known (Word before 2016). */
export async function pictureOf(svg: string): Promise<DocxPicture> {
  const drawn = drawingSize(svg)
  const height = Math.max(1, Math.round((WIDTH * drawn.height) / drawn.width))
  return { width: WIDTH, height, fallback: await pngOf(svg, (FINE * WIDTH) / drawn.width) }
}
