import { type Correction, changesOf } from '../../../../tests/support/correction.ts'
import type { Rows } from './testing.ts'

/** Changes the chosen rows of one sheet. */
export const change = changesOf<Rows>()

/** One correction after the other. */
const each =
  (...corrections: Correction<Rows>[]): Correction<Rows> =>
  (rows) =>
    corrections.reduce((mended, correction) => correction(mended), rows)

const figure = (series: string, given: Partial<Rows['observations'][number]>) =>
  change('observations', (row) => row.series === series && row.period === '2024/2025', given)

/** A claim that speaks of the figures that are there. */
const answered = (claim: string, subjects: string[], text_lv: string) =>
  change('claims', ({ key }) => key === claim, {
    subjects,
    text_lv,
    related: null,
    related_lv: null,
    related_en: null,
  })

/** Each mends one cause of a contradiction or an obstacle, and nothing else. */
export const CORRECTIONS = {
  /** The same unit and the same method at both ends. */
  trainedTeachers: each(
    figure('6', { value_kind: 'share', number: 40, unit: 'percent' }),
    change('methodologies', ({ indicator, version }) => indicator === '6' && version === 2, {
      comparability: 'yes',
    }),
  ),
  /** The text speaks of projects and institutions, and there are as many as it says. */
  internationalProjects: each(
    answered('international', ['24', '25'], 'Projektu un tos īstenojošo iestāžu skaits ir saglabāts.'),
    figure('24', { number: 18 }),
    figure('25', { number: 13 }),
  ),
  budgetShare: answered('budget', ['19'], 'Mācīšanas izmaksu īpatsvars budžetā ir audzis.'),
  inclusiveInstitutions: each(
    answered('inclusive-all', ['1/preschool', '1/school'], 'Iekļaujošu izglītību īsteno vairāk iestāžu.'),
    figure('1/preschool', { value_kind: 'number', number: 24, unit: 'count' }),
    figure('1/school', { value_kind: 'number', number: 12, unit: 'count' }),
  ),
  /** Between what it was at the beginning and a year later. */
  expelled: change('observations', ({ series, period }) => series === '9/mikc' && period === '2023/2024', {
    number: 5.2,
  }),
  orderOfDecisions: change('claims', ({ key }) => key === 'adopted-before-guidelines', {
    text_lv: 'Koncepcija stājās spēkā vēlāk nekā valsts izglītības pamatnostādnes.',
    text_en: 'The strategy took effect later than the national education guidelines.',
    direction: 'after',
  }),
  dateOfData: change('sources', ({ key }) => key === 'evaluation', { states_data_to: '2024-10-01' }),
  responsible: change('actions', ({ responsible }) => responsible === null, {
    responsible: 'Liepājas Izglītības pārvalde',
  }),
  deadlines: change('actions', ({ due_on }) => due_on === null, { due_on: '2025-12-31' }),
  deliverables: change('actions', ({ deliverable_lv }) => deliverable_lv === null, {
    deliverable_lv: 'Pārskats domei',
    deliverable_en: 'Report to the council',
  }),
  comments: change('actionStatus', ({ action }) => action === '2.2.1', {
    comment_lv: 'Rīcības programmu izstrādā; iestādēm ir savi karjeras izglītības plāni.',
    comment_en:
      'The action programme is being written; institutions have career education plans of their own.',
  }),
  statusOfMonitoring: change('actionStatus', ({ action }) => action === '1.2.3', {
    comment_lv: 'Skolas un pirmsskolas izmanto EMU skolu.',
    comment_en: 'Schools and preschools use EMU skola.',
  }),
  programmeLinks: each(
    change('programmeDirections', ({ direction }) => direction === '1.1', { link: 'yes' }),
    change('programmeDirections', ({ direction }) => direction !== '1.1', { link: 'no' }),
  ),
} satisfies Record<string, Correction<Rows>>

/** The same rows with every cause of a contradiction or an obstacle mended, and nothing else. */
export const correct = each(...Object.values(CORRECTIONS))
