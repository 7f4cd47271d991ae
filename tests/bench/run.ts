import { measureCached } from './cached.ts'
import { measureCollect } from './collect.ts'
import { measureFlood } from './flood.ts'
import { measureGrowth } from './growth.ts'
import { measureMonitoring } from './monitor.ts'
import { measurePlanTree } from './plan-tree.ts'
import { measureReports } from './reports.ts'
import { measureSignInFlood } from './sign-in-flood.ts'
import { measureSignedIn } from './signed-in.ts'
import { measureUncached } from './uncached.ts'
import { weighAssets } from './weight.ts'

const round = (value: number, digits = 1) => value.toFixed(digits)
const kilobytes = (bytes: number) => `${round(bytes / 1024)} kB`

function table(head: string[], rows: string[][]) {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  )
}

/**
 * What is measured: pages of Liepāja; with the word `growth` those of ever larger municipalities; with `signed-in` those
 * of somebody who has signed in; with `sign-ins` public pages while somebody tries
 * passwords; with `collect` forms that are saved and handed in before a deadline (`--minutes 1` for a shorter while); with `monitor`
 * where 1,500 institutions stand with a call; with `plan-tree` a plan of 500 goals, directions and actions; with
 * `reports` reports of forty pages in each form.
 */
const TOLD: Readonly<Record<string, () => Promise<void>>> = {
  growth: tellGrowth,
  'signed-in': tellSignedIn,
  'sign-ins': tellSignIns,
  collect: tellCollect,
  monitor: tellMonitoring,
  'plan-tree': tellPlanTree,
  reports: tellReports,
}
await (TOLD[process.argv[2] ?? ''] ?? tellPages)()

async function tellSignedIn() {
  const MOST_MS = 120
  console.log('Signed in, 120,236 observations, PostgreSQL; ratio of p95 to the 120 ms it may be\n')
  console.log(
    table(
      ['page', 'median ms', 'p95 ms', 'ratio', 'HTML'],
      (await measureSignedIn()).map(({ path, median, p95, kilobytes }) => [
        path,
        round(median),
        round(p95),
        round(p95 / MOST_MS, 2),
        `${round(kilobytes, 0)} kB`,
      ]),
    ),
  )
}

async function tellMonitoring() {
  const MOST_MS = 300
  const { rows, load } = await measureMonitoring()
  console.log(
    'Monitoring 1,500 institutions × 200 elements, PostgreSQL; ratio of p95 to the 300 ms it may be\n',
  )
  console.log(
    table(
      ['what', 'median ms', 'p95 ms', 'ratio'],
      rows.map(({ what, median, p95 }) => [what, round(median), round(p95), round(p95 / MOST_MS, 2)]),
    ),
  )
  console.log(`\nother work on the machine meanwhile: ${round(load, 1)} processes`)
}

async function tellPlanTree() {
  const MOST_MS = 200
  const { nodes, reports, others, rows, load } = await measurePlanTree()
  console.log(
    `A plan of ${nodes} nodes, ${reports} reports on its actions, ${others} milestones, parties and funding lines, PostgreSQL; ratio of p95 to the ${MOST_MS} ms it may be\n`,
  )
  console.log(
    table(
      ['what', 'median ms', 'p95 ms', 'ratio', 'core ms', 'HTML'],
      rows.map(({ what, median, p95, core, kilobytes }) => [
        what,
        round(median),
        round(p95),
        round(p95 / MOST_MS, 2),
        round(core),
        kilobytes === null ? '–' : `${round(kilobytes, 0)} kB`,
      ]),
    ),
  )
  console.log(`\nother work on the machine meanwhile: ${round(load, 1)} processes`)
}

async function tellReports() {
  const MOST_MS = 2000
  const { pages, drawn, many } = await measureReports()
  console.log(
    `A report of ${pages} pages with 38 tables and 38 charts; ratio of processor time to the 2 s it may take\n`,
  )
  console.log(
    table(
      ['form', 'median ms', 'slowest ms', 'processor ms', 'ratio', 'size'],
      drawn.map(({ form, median, most, processor, bytes }) => [
        form,
        round(median, 0),
        round(most, 0),
        round(processor, 0),
        round(processor / MOST_MS, 2),
        kilobytes(bytes),
      ]),
    ),
  )
  const megabytes = (bytes: number) => `${round(bytes / 1e6, 0)} MB`
  const memory = [many.before, many.atHalf, many.after, many.most].map(megabytes).join(', ')
  console.log(
    `\n${many.count} short reports as PDF and DOCX: ${round(many.seconds)} s; memory before, half way, after, at most: ${memory}`,
  )
}

async function tellCollect() {
  const MOST_MS = 200
  const asked = process.argv.indexOf('--minutes')
  const minutes = asked > 0 ? Number(process.argv[asked + 1]) : undefined
  const { givers, saves, handingIn, again, failed } = await measureCollect(minutes)
  console.log(
    `${givers} institutions save every 10 s and hand in, PostgreSQL; ratio of p95 to the 200 ms it may be\n`,
  )
  console.log(
    table(
      ['what', 'acknowledged', 'median ms', 'p95 ms', 'ratio', 'longest ms', 'lost', 'doubled'],
      Object.entries({ saving: saves, 'handing in': handingIn }).map(([what, told]) => [
        what,
        String(told.count),
        round(told.median),
        round(told.p95),
        round(told.p95 / MOST_MS, 2),
        round(told.most),
        String(told.lost),
        String(told.doubled),
      ]),
    ),
  )
  const refused = [...failed].map(([status, count]) => `${status}: ${count}`).join(', ') || 'none'
  console.log(`\nasked to come again ${again} times; refused for good: ${refused}`)
}

async function tellSignIns() {
  const { calm, flooded, ratio, statuses } = await measureSignInFlood()
  const told = [...statuses].map(([status, count]) => `${status}: ${count}`)
  console.log('Public pages without and with 50 wrong sign-ins a second, each from another address\n')
  console.log(
    table(
      ['public pages', 'visits', 'not served', 'median ms', 'p95 ms'],
      [
        { what: 'without', ...calm },
        { what: 'with', ...flooded },
      ].map(({ what, count, unserved, median, p95 }) => [
        what,
        String(count),
        String(unserved),
        round(median),
        round(p95),
      ]),
    ),
  )
  console.log(`\nratio of p95 with to without: ${round(ratio, 2)}; answers to sign-ins ${told.join(', ')}`)
}

async function tellGrowth() {
  const growth = await measureGrowth()
  const paths = ['overview', 'indicator', 'list', 'findings']
  console.log('Made anew for each visit: median / p95 in ms, and the largest page\n')
  console.log(
    table(
      ['engine', 'observations', 'loading s', ...paths, 'largest HTML', 'change on page s', 'in findings s'],
      growth.map(({ engine, observations, importSeconds, freshness, pages }) => [
        engine,
        round(observations, 0),
        round(importSeconds),
        ...pages.map((page) => `${round(page.median, 0)} / ${round(page.p95, 0)}`),
        `${round(Math.max(...pages.map((page) => page.kilobytes)), 0)} kB`,
        round(freshness.pageSeconds, 2),
        round(freshness.findingSeconds, 2),
      ]),
    ),
  )
}

async function tellPages() {
  const uncached = await measureUncached()
  console.log('Made anew for each visit, over HTTP, embedded database; ratio to its SQL and drawing alone\n')
  console.log(
    table(
      ['page', 'median ms', 'p95 ms', 'ratio', 'HTML gzipped'],
      uncached.map(({ path, median, p95, ratio, bytes }) => [
        path,
        round(median),
        round(p95),
        round(ratio, 2),
        kilobytes(bytes),
      ]),
    ),
  )
  const { styles, fonts } = await weighAssets()
  console.log(
    `\nFetched once for the whole site: styles ${kilobytes(styles)} gzipped, fonts ${kilobytes(fonts)}\n`,
  )

  const cached = await measureCached()
  console.log('From the cache; ratio of a bare Node server sending the same bytes to ours\n')
  console.log(
    table(
      ['page', 'requests a second', 'ratio'],
      cached.map(({ path, perSecond, ratio }) => [path, round(perSecond, 0), round(ratio, 2)]),
    ),
  )
  await tellFlood()
  console.log('')
  await tellSignIns()
}

async function tellFlood() {
  const { statuses, seconds, memory, visits } = await measureFlood()
  const megabytes = (bytes: number) => `${round(bytes / 1e6, 0)} MB`
  const told = [...statuses].map(([status, count]) => `${status}: ${count}`)
  console.log('\n100,000 new addresses under headers of 14 kB, while somebody else visits ordinary pages\n')
  console.log(
    table(
      ['what', 'figure'],
      [
        [
          'memory before, at most, after',
          [memory.before, memory.peak, memory.after].map(megabytes).join(', '),
        ],
        ['visits, of these not served', `${visits.count}, ${visits.unserved}`],
        ['a visit, median and p95', `${round(visits.median)} ms, ${round(visits.p95)} ms`],
        ['flood', `${round(seconds, 0)} s; ${told.join(', ')}`],
      ],
    ),
  )
}
