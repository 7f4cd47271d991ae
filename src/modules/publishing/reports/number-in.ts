import { refuse } from '#platform/refuse.ts'

/** The number of a frozen version in an address. @throws Refused (404) where it can be none */
export function numberIn(text: string | undefined): number {
  if (!/^[1-9]\d{0,5}$/.test(text ?? '')) refuse(404, 'publishing.reports.noSuch')
  return Number(text)
}
