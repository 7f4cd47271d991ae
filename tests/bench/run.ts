import { measureCached } from './cached.ts'
import { measureFlood } from './flood.ts'
import { measureGrowth } from './growth.ts'
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

/** What is measured: pages of Liepāja, or with the word `growth` those of ever larger municipalities. */
if (process.argv[2] === 'growth') await tellGrowth()
else await tellPages()

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
