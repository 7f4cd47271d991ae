/** The pages of Liepāja that are measured. */
export const MEASURED_PAGES = [
  '/liepaja',
  '/liepaja/strategija',
  '/liepaja/raditaji',
  '/liepaja/raditaji/14',
  '/liepaja/ricibas-plans',
  '/liepaja/ricibas-plans/1.1.3',
  '/liepaja/programmas',
  '/liepaja/aptaujas',
  '/liepaja/aptaujas/strategy-in-practice',
  '/liepaja/iestades',
  '/liepaja/iestades/ljk',
  '/liepaja/parskati',
  '/liepaja/datu-kvalitate',
]

export function median(values: readonly number[]) {
  return quantile(values, 0.5)
}

/** The smallest value that at least this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
