import type { ExamplesOf } from '#platform/import/examples.ts'
import { accountabilityExamples } from './accountability/examples.ts'
import type { strategySheets } from './sheets.ts'

/** How each file is written; together they can be loaded. */
export const strategyExamples: ExamplesOf<typeof strategySheets> = {
  strategy: {
    about: 'strategy.file.strategy',
    rows: [
      {
        title_lv: 'Izglītības attīstības stratēģija',
        title_en: 'Education development strategy',
        version: 'draft',
        starts_on: '2026-01-01',
        ends_on: '2029-12-31',
      },
    ],
  },
  values: {
    about: 'strategy.file.values',
    rows: [{ code: 'V1', position: '1', title_lv: 'Sadarbība', title_en: 'Cooperation' }],
  },
  goals: {
    about: 'strategy.file.goals',
    rows: [
      {
        code: 'M1',
        position: '1',
        title_lv: 'Vieta pirmsskolā katram bērnam',
        title_en: 'A preschool place for every child',
      },
    ],
  },
  directions: {
    about: 'strategy.file.directions',
    rows: [
      {
        code: '1.1',
        position: '1',
        title_lv: 'Pirmsskolu pieejamība',
        title_en: 'Access to preschools',
        goal: 'M1',
      },
    ],
  },
  actions: {
    about: 'strategy.file.actions',
    rows: [
      {
        code: '1.1.1',
        position: '1',
        title_lv: 'Atvērt divas jaunas grupas',
        title_en: 'Open two new groups',
        direction: '1.1',
        responsible: 'Izglītības pārvalde',
        due_on: '2027-09-01',
      },
      {
        code: '1.1.2',
        position: '2',
        title_lv: 'Paplašināt esošās grupas',
        title_en: 'Enlarge the present groups',
        direction: '1.1',
        ended_on: '2026-09-01',
        end_reason_lv: 'Telpas pietiek tikai jaunām grupām',
        end_reason_en: 'The rooms suffice for new groups only',
        merged_into: '1.1.1',
      },
    ],
  },
  actionStatus: {
    about: 'strategy.file.actionStatus',
    rows: [
      {
        action: '1.1.1',
        as_of: '2024/2025',
        status: 'inProgress',
        comment_lv: 'Telpas ir izvēlētas',
        comment_en: 'The rooms have been chosen',
      },
    ],
  },
  actionEvidence: {
    about: 'strategy.file.actionEvidence',
    rows: [
      {
        action: '1.1.1',
        code: 'p1',
        as_of: '2024/2025',
        kind: 'document',
        title_lv: 'Telpu izvēles protokols',
        title_en: 'Minutes of the choice of rooms',
        url: 'https://example.lv/protokols.pdf',
      },
    ],
  },
  programmes: {
    about: 'strategy.file.programmes',
    rows: [
      {
        code: 'P1',
        position: '1',
        title_lv: 'Pirmsskolas programma',
        title_en: 'Preschool programme',
        state: 'planned',
        promised_by: '1.1.1',
      },
    ],
  },
  programmeDirections: {
    about: 'strategy.file.programmeDirections',
    rows: [{ programme: 'P1', direction: '1.1', link: 'yes' }],
  },
  externalFactors: {
    about: 'strategy.file.externalFactors',
    rows: [{ code: 'F1', position: '1', title_lv: 'Dzimstība', title_en: 'Birth rate' }],
  },
  recommendations: {
    about: 'strategy.file.recommendations',
    rows: [
      {
        code: 'R1',
        position: '1',
        title_lv: 'Katru gadu apkopot paveikto',
        title_en: 'Summarise what was done every year',
      },
    ],
  },
  claims: {
    about: 'strategy.file.claims',
    rows: [
      {
        key: 'c1',
        kind: 'trend',
        text_lv: 'Rinda kļūst īsāka',
        text_en: 'The queue is getting shorter',
        subjects: '1',
        direction: 'down',
        from_period: 'baseline',
        to_period: '2024/2025',
      },
    ],
  },
  ...accountabilityExamples,
  quotedFigures: {
    about: 'strategy.file.quotedFigures',
    rows: [
      {
        figure: 'count:actions',
        position: '1',
        section_lv: '1. tabula',
        section_en: 'Table 1',
        what_lv: 'Darbības plānā',
        what_en: 'Actions of the plan',
        quoted: '1',
      },
    ],
  },
}
