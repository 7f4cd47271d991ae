import type { IndicatorOutline } from '../outline.ts'

type Asked = Pick<IndicatorOutline, 'unit' | 'aboutPersons' | 'title'>

/** Whether an indicator counts institutions, as its Latvian title says. */
export const countsInstitutions = ({ unit, aboutPersons, title }: Asked): boolean =>
  unit === 'count' && !aboutPersons && /(iestāžu|skolu) skaits/i.test(title.lv)
