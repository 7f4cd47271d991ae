/** One known answer. `reference` holds the digits as the source prints them, numbers apart by spaces. */
export type ConformanceRow = {
  what: string
  ours: () => number[]
  reference: string
  /** largest difference allowed */
  tolerance: number
  source: string
}

/** Our numbers of a row, printed with as many digits as its reference has. */
function printOurs({ ours, reference }: ConformanceRow): string {
  const digits = reference.split(' ')
  return ours()
    .map((value, index) =>
      value.toFixed(digits[index]?.split('.')[1]?.length ?? 0).replace(/^(-?)0\./, '$1.'),
    )
    .join(' ')
}

/** The table of the README, in Markdown. */
export function renderConformance(rows: readonly ConformanceRow[]): string {
  const lines = rows.map(
    (each) => `| ${each.what} | ${printOurs(each)} | ${each.reference} | ${each.source} |`,
  )
  return ['| what | ours | reference | source |', '| --- | --- | --- | --- |', ...lines].join('\n')
}
