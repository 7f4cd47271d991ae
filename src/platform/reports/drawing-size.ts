/** How wide and high a drawing is, in its own units. */
export function drawingSize(svg: string): { width: number; height: number } {
  const [, width = '4', height = '3'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}
