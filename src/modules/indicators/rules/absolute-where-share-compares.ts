import { sentences } from '#platform/say/index.ts'
import type { IndicatorOutline } from '../outline.ts'
import { promisedIndicators } from '../questions.ts'
import { en, lv } from '../words/say.ts'
import { countsInstitutions } from './counts-institutions.ts'
import type { OutlineRule } from './rule.ts'

/**
 * Bare counts where a share or a rate could be compared: of persons or institutions, for there it is known what they
 * would be a share of. Projects, programmes or money have no such whole.
 */
export const absoluteWhereShareCompares: OutlineRule = {
  code: 'absolute-where-share-compares',
  title: { lv: 'Skaits, kur salīdzināms būtu īpatsvars', en: 'Count where a share would compare' },
  explain: {
    lv: 'Absolūts skaits aug un sarūk līdzi pašvaldībai: vairāk bērnu pulciņā var nozīmēt tikai to, ka bērnu ir vairāk. Īpatsvaru vai skaitu uz 100 izglītojamajiem, pedagogiem vai iedzīvotājiem var salīdzināt pa gadiem, iestādēm un pašvaldībām.',
    en: 'A bare count grows and shrinks with the municipality: more children in a hobby group may only mean that there are more children. A share, or a number per 100 learners, teachers or residents, can be compared between years, institutions and municipalities.',
  },
  check: ({ outline }) => {
    const bare = promisedIndicators(outline).filter(isBareCount)
    if (bare.length === 0) return []
    const codes = bare.map(({ code }) => code)
    const rest = lv.form(bare.length, { zero: 'rādītājos', one: 'rādītājā', other: 'rādītājos' })
    return [
      {
        severity: 'notice',
        subjects: codes.map((code) => ({ kind: 'indicator', code })),
        explanation: sentences(
          `${lv.number(bare.length)} ${rest} skaitīti cilvēki vai iestādes, bet nav teikts, cik to ir no visiem: ${lv.some(codes)}. Salīdzināms būtu īpatsvars vai skaits uz 100.`,
          `${en.number(bare.length)} ${bare.length === 1 ? 'indicator counts' : 'indicators count'} persons or institutions without saying how many of all they are: ${en.some(codes)}. A share, or a number per 100, would be comparable.`,
        ),
      },
    ]
  },
}

function isBareCount(indicator: IndicatorOutline): boolean {
  const { unit, aboutPersons, hasBareCounts } = indicator
  return unit === 'count' && hasBareCounts && (aboutPersons || countsInstitutions(indicator))
}
