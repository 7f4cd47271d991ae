import { inBoth, type Say } from '#platform/say/index.ts'
import { quoteClaim } from '../words/say.ts'
import { linesOf, pointAt } from './lines.ts'
import type { StrategyRule } from './rule.ts'
import { subjectsOf } from './trend.ts'

export const claimSumDiffers: StrategyRule = {
  code: 'claim-sum-differs',
  title: { lv: 'Daļas kopā nedod norādīto kopskaitu', en: 'The parts do not add up to the stated total' },
  explain: {
    lv: 'Saskaita daļas, piemēram, pašvaldības un privāto iestāžu izglītojamos, un salīdzina ar kopskaitu tabulā un tekstā. Ja tie atšķiras, kāda daļa ir izlaista, skaitīta divreiz vai pārrakstīta ar kļūdu.',
    en: 'Adds the parts, such as learners of municipal and private institutions, and compares them with the total in the table and in the text. When they differ, a part is missing, counted twice or copied wrongly.',
  },
  check: ({ tree, claimed }) => {
    const lines = linesOf(claimed)
    return tree.claims.flatMap((claim) => {
      const { kind, subjects, total, toPeriod, value } = claim
      if (kind !== 'sum' || toPeriod === null) return []
      const partLines = subjects.flatMap((key) => lines.get(key) ?? [])
      const totalLine = total === null ? undefined : lines.get(total)
      const parts = partLines.flatMap((line) => pointAt(line, toPeriod) ?? [])
      // A part without a figure makes the sum unknown, not smaller.
      if (parts.length < subjects.length) return []
      const sum = Math.round(parts.reduce((all, part) => all + part.number, 0) * 1e6) / 1e6
      const printed = totalLine && pointAt(totalLine, toPeriod)?.number
      const stated = value ?? printed
      const isRight = [value, printed ?? null].every((one) => one === null || one === sum)
      if (isRight || stated === undefined) return []

      const unit = parts[0]?.unit ?? 'count'
      const terms = (say: Say) => parts.map((part) => say.quantity(part.number, unit)).join(' + ')
      const inTable = (say: Say) => {
        if (printed === undefined || printed === stated) return ''
        const said = say.number(printed)
        return say.language === 'lv' ? ` Tabulā kopskaits ir ${said}.` : ` The total in the table is ${said}.`
      }
      return [
        {
          severity: 'contradiction',
          subjects: subjectsOf(claim, totalLine ? [...partLines, totalLine] : partLines),
          explanation: inBoth((say) => {
            const [got, said] = [say.quantity(sum, unit), say.quantity(stated, unit)]
            const fact =
              say.language === 'lv'
                ? `Daļas kopā dod ${terms(say)} = ${got}; norādīts ${said}.`
                : `The parts give ${terms(say)} = ${got}; stated is ${said}.`
            return `${quoteClaim(claim, say)} ${fact}${inTable(say)}`
          }),
        },
      ]
    })
  },
}
