import { type Forms, inBoth, type Say } from '#platform/say/index.ts'
import type { Language } from '#platform/texts/text.ts'
import type { Claim } from '../model.ts'
import { quoteClaim } from '../words/say.ts'
import { type Place, placesOf } from './ranking.ts'
import type { StrategyRule } from './rule.ts'

export const claimRankingContradicted: StrategyRule = {
  code: 'claim-ranking-contradicted',
  title: {
    lv: 'Tekstā nosauktā vieta neatbilst tabulai',
    en: 'The table gives another order than the text',
  },
  explain: {
    lv: 'Sakārto tabulas skaitļus un pārbauda, vai tas, ko dokuments sauc par augstāko vai zemāko, tāds arī ir. Ja pirmo vietu dala vairāki, jānosauc visi.',
    en: 'Puts the figures of the table in order and checks whether what a document calls the highest or lowest is so. When several share the place, all of them should be named.',
  },
  check: (data) =>
    data.tree.claims.flatMap((claim) => {
      const places = placesOf(data, claim)
      if (!places) return []
      const problem = whatDiffers(claim, places)
      if (!problem) return []
      const { severity, about } = problem
      return [
        {
          severity,
          subjects: [{ kind: 'claim' as const, key: claim.key }, ...about.map(({ subject }) => subject)],
          explanation: inBoth(
            (say) => `${quoteClaim(claim, say)} ${sayOrder(claim, { about, severity }, say)}`,
          ),
        },
      ]
    }),
}

type Difference = { severity: 'contradiction' | 'notice'; about: Place[] }

/** What comes before those named, or beside the last of them; a stated number that the table does not have. */
function whatDiffers(
  { subjects, direction, value }: Claim,
  places: readonly Place[],
): Difference | undefined {
  const named = subjects.flatMap((code) => places.find((place) => place.code === code) ?? [])
  const last = named.at(-1)
  if (!last) return undefined
  const isBefore = (a: Place, b: Place) =>
    direction === 'lowest' ? a.number < b.number : a.number > b.number
  const others = places.filter((place) => !named.includes(place))
  const ahead = others.filter((place) => named.some((one) => isBefore(place, one)))
  const isMixed = named.some((place, index) => named.slice(0, index).some((one) => isBefore(place, one)))
  const isMisstated = value !== null && named.some(({ number }) => number !== value)
  if (ahead.length > 0 || isMixed || isMisstated) {
    return { severity: 'contradiction', about: [...named, ...ahead] }
  }
  const beside = others.filter(({ number }) => number === last.number)
  return beside.length > 0 ? { severity: 'notice', about: [...named, ...beside] } : undefined
}

const POINTS: Readonly<Record<Language, Forms>> = {
  lv: { zero: 'procentpunktu', one: 'procentpunkts', other: 'procentpunkti' },
  en: { one: 'percentage point', other: 'percentage points' },
}

function sayOrder({ filter }: Claim, { about, severity }: Difference, say: Say): string {
  const sayPlace = (number: number) =>
    filter.gap === undefined ? say.percent(number, 2) : say.counted(number, POINTS[say.language])
  const facts = about.map(({ name, number }) => `${name[say.language]} – ${sayPlace(number)}`)
  if (severity === 'contradiction')
    return say.language === 'lv'
      ? `Tabulā ir citādi: ${facts.join('; ')}.`
      : `The table has it otherwise: ${facts.join('; ')}.`
  return say.language === 'lv'
    ? `Šo vietu dala vairāki: ${facts.join('; ')}.`
    : `Several share that place: ${facts.join('; ')}.`
}
