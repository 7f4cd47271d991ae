import { join } from 'node:path'
import { runnerImport } from 'vite'
import { reportDocx } from '#platform/reports/docx.server.ts'
import { reportPdf } from '#platform/reports/pdf.server.ts'
import type { Report } from '#platform/reports/report.ts'
import { longReport } from '../support/long-report.ts'
import { readPdf } from '../support/read-pdf.ts'

const SECTIONS = 38
const REPEATS = 5
const INSTITUTIONS = 100
const origin = 'https://izaugsme.example'

export type DrawnReport = { form: string; median: number; most: number; processor: number; bytes: number }

/**
 * Draws a report of forty pages in each form, with other figures each time, and then short ones of many institutions.
 *
 * @returns times in milliseconds, memory of the process in bytes
 */
export async function measureReports() {
  const { module } = await runnerImport<typeof import('./draw-report.tsx')>(
    join(import.meta.dirname, 'draw-report.tsx'),
  )
  const pages = readPdf(await reportPdf(aReport(-1), { origin })).pages.length
  const drawn = [
    await timed('PDF', (report) => reportPdf(report, { origin })),
    await timed('DOCX', (report) => reportDocx(report, { origin })),
    await timed('HTML', module.drawReport),
  ]
  return { pages, drawn, many: await drawMany() }
}

/** No two have a figure in common, so that nothing kept from one serves another. */
function aReport(number: number): Report {
  const told = JSON.stringify(longReport({ sections: SECTIONS })).replaceAll(
    'pamatskola',
    `${number + 2}. pamatskola`,
  )
  return JSON.parse(told)
}

async function timed(
  form: string,
  draw: (report: Report) => Uint8Array | string | Promise<Uint8Array>,
): Promise<DrawnReport> {
  const times: number[] = []
  const processor: number[] = []
  let bytes = 0
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const report = aReport(repeat)
    const [started, used] = [performance.now(), process.cpuUsage()]
    bytes = (await draw(report)).length
    times.push(performance.now() - started)
    const { user, system } = process.cpuUsage(used)
    processor.push((user + system) / 1000)
  }
  return { form, median: middleOf(times), most: Math.max(...times), processor: middleOf(processor), bytes }
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

async function drawMany() {
  const memory = [process.memoryUsage().rss]
  const started = performance.now()
  for (let number = 0; number < INSTITUTIONS; number++) {
    const told = JSON.stringify(longReport({ sections: 4 })).replaceAll('Kuldīgas', `Kuldīgas ${number}.`)
    await reportPdf(JSON.parse(told), { origin })
    await reportDocx(JSON.parse(told), { origin })
    memory.push(process.memoryUsage().rss)
  }
  return {
    count: INSTITUTIONS,
    seconds: (performance.now() - started) / 1000,
    before: memory[0] ?? 0,
    atHalf: memory[INSTITUTIONS / 2] ?? 0,
    most: Math.max(...memory),
    after: memory.at(-1) ?? 0,
  }
}
