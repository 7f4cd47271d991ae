const counters = new Map<string, Map<string, number>>()
const histograms = new Map<string, Map<string, { buckets: number[]; sum: number; count: number }>>()

/** Upper limits of the parts of a histogram, in seconds. */
const LIMITS_S = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

type Labels = Readonly<Record<string, string | number>>

/** Counts that something has happened. Labels are few and fixed: never an address, never anybody. */
export function count(name: string, labels: Labels = {}) {
  const of = counters.get(name) ?? new Map<string, number>()
  counters.set(name, of)
  const key = written(labels)
  of.set(key, (of.get(key) ?? 0) + 1)
}

/** Notes how long something took. */
export function observe(name: string, labels: Labels, seconds: number) {
  const of = histograms.get(name) ?? new Map()
  histograms.set(name, of)
  const key = written(labels)
  const known = of.get(key) ?? { buckets: LIMITS_S.map(() => 0), sum: 0, count: 0 }
  of.set(key, known)
  LIMITS_S.forEach((limit, index) => {
    if (seconds <= limit) known.buckets[index] += 1
  })
  known.sum += seconds
  known.count += 1
}

/** A value as it is now. */
export type Gauge = { name: string; labels?: Labels; value: number }

/** Everything that was counted since the start, and the values given, as Prometheus reads them. */
export function writeMetrics(gauges: readonly Gauge[] = []): string {
  const { rss, heapUsed } = process.memoryUsage()
  const own: Gauge[] = [
    { name: 'izaugsme_memory_bytes', labels: { kind: 'resident' }, value: rss },
    { name: 'izaugsme_memory_bytes', labels: { kind: 'heap' }, value: heapUsed },
    { name: 'izaugsme_uptime_seconds', value: Math.round(process.uptime()) },
  ]
  const lines = [
    ...[...counters].flatMap(([name, of]) => [
      `# TYPE ${name} counter`,
      ...[...of].map(([labels, value]) => `${name}${labels} ${value}`),
    ]),
    ...[...histograms].flatMap(([name, of]) => [
      `# TYPE ${name} histogram`,
      ...[...of].flatMap(linesOf(name)),
    ]),
    ...[...Map.groupBy([...own, ...gauges], ({ name }) => name)].flatMap(([name, all]) => [
      `# TYPE ${name} gauge`,
      ...all.map(({ labels = {}, value }) => `${name}${written(labels)} ${value}`),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

const linesOf =
  (name: string) =>
  ([labels, { buckets, sum, count: total }]: [string, { buckets: number[]; sum: number; count: number }]) => {
    const within = (limit: string | number) =>
      labels === '' ? `{le="${limit}"}` : `${labels.slice(0, -1)},le="${limit}"}`
    return [
      ...LIMITS_S.map((limit, index) => `${name}_bucket${within(limit)} ${buckets[index]}`),
      `${name}_bucket${within('+Inf')} ${total}`,
      `${name}_sum${labels} ${sum}`,
      `${name}_count${labels} ${total}`,
    ]
  }

function written(labels: Labels): string {
  const all = Object.entries(labels).map(
    ([name, value]) => `${name}="${String(value).replaceAll(/["\\\n]/g, '_')}"`,
  )
  return all.length === 0 ? '' : `{${all.join(',')}}`
}
