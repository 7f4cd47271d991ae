import { type ChartFile, chartFile } from './chart-file.ts'
import { pngOf } from './png.server.ts'

/** A chart as the file that its address asks for by its ending: `….svg` or `….png`. */
export async function sendChart(pathname: string, file: ChartFile, name: string): Promise<Response> {
  const svg = chartFile(file)
  const isPicture = pathname.endsWith('.png')
  const headers = {
    'content-type': isPicture ? 'image/png' : 'image/svg+xml; charset=utf-8',
    'content-disposition': `inline; filename="${name}.${isPicture ? 'png' : 'svg'}"`,
  }
  return new Response(isPicture ? await pngOf(svg) : svg, { headers })
}
