/** How often a heavy case is tried: as often as it says with `npm test -- --all`, else a fifth of that. */
export function repetitions(most: number): number {
  return process.env.TESTS_ALL ? most : Math.ceil(most / 5)
}
