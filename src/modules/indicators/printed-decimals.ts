/**
 * How many decimals a number was printed with: as the source prints it where the number can be found there
 * (`90,0 %` has one), otherwise as many as the number needs.
 */
export function decimalsOf(number: number, printed: string | null): number {
  const needed = decimalsIn(String(number))
  const found = (printed?.match(/\d+(?:[.,]\d+)?/g) ?? [])
    .filter((one) => Number(one.replace(',', '.')) === number)
    .map(decimalsIn)
  return Math.min(6, Math.max(needed, ...found))
}

function decimalsIn(text: string): number {
  return /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0
}
