/** Of the parts that changed those that nobody is shown any more: what was kept of them goes. */
export function noLongerThere(changed: readonly string[], present: readonly string[]): string[] {
  const shown = new Set(present)
  return changed.filter((part) => !shown.has(part))
}
