import type { Random } from '#platform/generate/random.ts'
import { addDays } from '#platform/rights/day.ts'
import { cellName } from '../form/fields.ts'
import type { Answer, Answers, CallElement } from '../model.ts'
import { BANDS, WORK_STATES, WORKS } from './elements.ts'

/** Which groups of grades an institution of a type has. */
const BANDS_OF: Readonly<Record<string, readonly string[]>> = {
  preschool: ['pirmsskola'],
  basicSchool: ['1_3', '4_6', '7_9'],
  developmentCentre: ['pirmsskola', '1_3', '4_6', '7_9'],
  secondarySchool: ['1_3', '4_6', '7_9', '10_12'],
  stateGymnasium: ['7_9', '10_12'],
}

const count = (number: number): Answer => ({ kind: 'count', number })
const choice = (key: string): Answer => ({ kind: 'choice', choice: key })

export type Inventing = {
  type: string
  /** Years since the first that has figures, so that an institution grows or shrinks a little. */
  year: number
  /** Day on which it is filled in. */
  day: string
  /** The same for one institution over the years. */
  own: Random
  /** Another each year. */
  random: Random
}

/** Invents what an institution answers to what is asked, so that it hangs together and checks hold. */
export function inventAnswers(elements: readonly CallElement[], about: Inventing): Answers {
  const all = inventAll(about)
  const keys = new Set(elements.map(({ key }) => key))
  return new Map([...all].filter(([field]) => keys.has(field.split('.', 1)[0] ?? '')))
}

function inventAll({ type, year, day, own, random }: Inventing): Map<string, Answer> {
  const answers = new Map<string, Answer>()
  const growth = 1 + 0.03 * own.normal() * year
  let learners = 0
  for (const { key } of BANDS) {
    const has = BANDS_OF[type]?.includes(key) ?? false
    const size = own.whole(40, 110) * growth + random.normal() * 3
    for (const column of ['meitenes', 'zeni']) {
      const number = Math.max(3, Math.round(size / 2 + random.normal() * 3))
      const cell = cellName('grupas', key, column)
      answers.set(
        cell,
        has
          ? count(number)
          : { kind: 'missing', missing: 'notApplicable', reason: 'Šādu klašu iestādē nav.' },
      )
      if (has) learners += number
    }
  }
  const teachers = Math.max(6, Math.round(learners / own.whole(9, 12)))
  answers.set('izglitojamie', count(learners))
  answers.set('pedagogi', count(teachers))
  answers.set('pilnveide', {
    kind: 'share',
    numerator: Math.min(teachers, Math.round(teachers * (0.6 + 0.06 * year + 0.1 * random.next()))),
    denominator: teachers,
  })
  answers.set('atbalsts', count(own.whole(1, 5)))
  answers.set('vakances', count(random.whole(0, 3)))
  answers.set('uzturesana', {
    kind: 'money',
    number: Math.round(learners * (900 + 60 * year + own.whole(-150, 150))),
  })
  answers.set('evakuacija', { kind: 'date', day: addDays(day, -random.whole(5, 60)) })
  answers.set('internets', choice(random.pick(['pietiek', 'pietiek', 'dazreiz', 'nepietiek'])))
  answers.set('telefoni', choice(random.pick(['par', 'par', 'par', 'par', 'pret', 'nav_viedokla'])))
  for (const { key } of WORKS) {
    const state = random.pick(WORK_STATES).key
    answers.set(cellName('darbi', key, 'state'), choice(state))
    answers.set(
      cellName('darbi', key, 'cost'),
      state === 'not_needed'
        ? { kind: 'missing', missing: 'notApplicable', reason: 'Darbs nav vajadzīgs.' }
        : { kind: 'money', number: random.whole(2, 120) * 100 },
    )
  }
  return answers
}
