import type { Language } from '#platform/texts/text.ts'
import { figureAt, linesOf } from './figures.ts'
import type { StrategyRule } from './rule.ts'
import { subjectsOf } from './trend.ts'
import { inBoth, quoteClaim, sayFigure, sayNumber } from './words.ts'

export const claimSumDiffers: StrategyRule = {
  code: 'claim-sum-differs',
  title: { lv: 'Daļas kopā nedod norādīto kopskaitu', en: 'The parts do not add up to the stated total' },
  explain: {
    lv: 'Saskaita daļas, piemēram, pašvaldības un privāto iestāžu izglītojamos, un salīdzina ar kopskaitu tabulā un tekstā. Ja tie atšķiras, kāda daļa ir izlaista, skaitīta divreiz vai pārrakstīta ar kļūdu.',
    en: 'Adds the parts, such as learners of municipal and private institutions, and compares them with the total in the table and in the text. When they differ, a part is missing, counted twice or copied wrongly.',
  },
  check: ({ tree, set }) => {
    const lines = linesOf(set)
    return tree.claims.flatMap((claim) => {
      const { kind, subjects, total, toPeriod, value } = claim
      if (kind !== 'sum' || toPeriod === null) return []
      const partLines = subjects.flatMap((key) => lines.get(key) ?? [])
      const totalLine = total === null ? undefined : lines.get(total)
      const parts = partLines.flatMap((line) => figureAt(line, toPeriod) ?? [])
      // A part without a figure makes the sum unknown, not smaller.
      if (parts.length < subjects.length) return []
      const sum = Math.round(parts.reduce((all, part) => all + part.number, 0) * 1e6) / 1e6
      const printed = totalLine && figureAt(totalLine, toPeriod)?.number
      const stated = value ?? printed
      const isRight = [value, printed ?? null].every((one) => one === null || one === sum)
      if (isRight || stated === undefined) return []

      const unit = parts[0]?.unit ?? 'count'
      const terms = (language: Language) =>
        parts.map((part) => sayFigure(part.number, unit, language)).join(' + ')
      const inTable = (language: Language) => {
        if (printed === undefined || printed === stated) return ''
        const said = sayNumber(printed, language)
        return language === 'lv' ? ` Tabulā kopskaits ir ${said}.` : ` The total in the table is ${said}.`
      }
      return [
        {
          code: 'claim-sum-differs',
          severity: 'contradiction',
          subjects: subjectsOf(claim, totalLine ? [...partLines, totalLine] : partLines),
          explanation: inBoth((language) => {
            const [got, said] = [sayFigure(sum, unit, language), sayFigure(stated, unit, language)]
            const fact =
              language === 'lv'
                ? `Daļas kopā dod ${terms(language)} = ${got}; norādīts ${said}.`
                : `The parts give ${terms(language)} = ${got}; stated is ${said}.`
            return `${quoteClaim(claim, language)} ${fact}${inTable(language)}`
          }),
        },
      ]
    })
  },
}
