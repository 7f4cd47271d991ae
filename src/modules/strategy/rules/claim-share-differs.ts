import { inBoth } from '#platform/say/index.ts'
import { quoteClaim } from '../words/say.ts'
import { linesOf, pointAt } from './lines.ts'
import { isPrintedAs } from './printed-share.ts'
import type { ClaimData, StrategyRule } from './rule.ts'
import { subjectsOf } from './trend.ts'

export const claimShareDiffers: StrategyRule = {
  code: 'claim-share-differs',
  title: {
    lv: 'Tekstā nosauktais īpatsvars neiznāk no skaitļiem',
    en: 'The figures do not give the stated share',
  },
  explain: {
    lv: 'Izdala daļu ar kopskaitu, par kuru dokuments nosauc īpatsvaru, un salīdzina; noapaļojumu ievēro. Ja tie atšķiras, īpatsvars rēķināts no citiem skaitļiem vai pārrakstīts ar kļūdu.',
    en: 'Divides the part by the whole of which a document states the share and compares, allowing for rounding. When they differ, the share was computed from other figures or copied wrongly.',
  },
  check: (data) =>
    data.tree.claims.flatMap((claim) => {
      const parts = sharePartsOf(data, claim)
      if (!parts || claim.share === null || isPrintedAs(parts.share, claim.share)) return []
      const { share: stated } = claim
      return [
        {
          severity: 'contradiction' as const,
          subjects: subjectsOf(claim, parts.lines),
          explanation: inBoth((say) => {
            const [part, whole] = [say.number(parts.part), say.number(parts.whole)]
            const fact =
              say.language === 'lv'
                ? `Norādītais īpatsvars ir ${say.percent(stated)}, bet ${part} no ${whole} ir ${say.percent(parts.share, 2)}.`
                : `The stated share is ${say.percent(stated)}, but ${part} of ${whole} is ${say.percent(parts.share, 2)}.`
            return `${quoteClaim(claim, say)} ${fact}`
          }),
        },
      ]
    }),
}

/** The part and the whole of a claim about a share; undefined when a figure is missing or the whole is nothing. */
export function sharePartsOf(
  { claimed }: Pick<ClaimData, 'claimed'>,
  claim: ClaimData['tree']['claims'][number],
) {
  const { kind, subjects, total, toPeriod } = claim
  if (kind !== 'share' || total === null || toPeriod === null) return undefined
  const all = linesOf(claimed)
  const lines = [...subjects, total].flatMap((key) => all.get(key) ?? [])
  const numbers = lines.flatMap((line) => pointAt(line, toPeriod)?.number ?? [])
  const whole = numbers.at(-1)
  if (numbers.length <= subjects.length || !whole) return undefined
  const part = numbers.slice(0, -1).reduce((sum, number) => sum + number, 0)
  return { lines, part, whole, share: (100 * part) / whole }
}
