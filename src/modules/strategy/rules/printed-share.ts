/** Whether a share could have been printed so, in per cent: rounded by half of its last digit. */
export function isPrintedAs(actual: number, printed: number): boolean {
  const decimals = String(printed).split('.')[1]?.length ?? 0
  return Math.abs(actual - printed) <= 0.5 * 10 ** -decimals + 1e-9
}
