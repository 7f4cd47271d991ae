import { keepInvented } from '#modules/sources.server'
import type { Demonstrates } from '#platform/demo.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'
import { SERIES } from './changed.ts'
import { INDICATOR } from './edits/description.server.ts'
import { METHODOLOGY } from './edits/methods.server.ts'

/** Codes of the indicators that are computed from what institutions of the demonstration hand in. */
export const DEMO_INDICATORS = { training: 'P1', support: 'P2' } as const

const INVENTED = [
  {
    code: DEMO_INDICATORS.training,
    title_lv: 'Pedagogi, kuri gada laikā pilnveidojušies (izdomāts paraugs)',
    title_en: 'Teachers with professional development within the year (invented sample)',
    definition_lv: 'To pedagogu īpatsvars, kuri mācību gada laikā piedalījušies profesionālajā pilnveidē.',
    definition_en: 'Share of teachers who took part in professional development in the school year.',
    unit: 'percent',
    value_kind: 'share',
    about_persons: true,
    numerator: {
      lv: 'pedagogi, kuri gada laikā pilnveidojušies',
      en: 'teachers with professional development within the year',
    },
    denominator: { lv: 'visi pedagogi', en: 'all teachers' },
  },
  {
    code: DEMO_INDICATORS.support,
    title_lv: 'Izglītojamie uz vienu atbalsta personāla darbinieku (izdomāts paraugs)',
    title_en: 'Learners for each member of support staff (invented sample)',
    definition_lv: 'Izglītojamo skaits, dalīts ar atbalsta personāla darbinieku skaitu.',
    definition_en: 'Number of learners divided by the number of support staff.',
    unit: 'ratio',
    value_kind: 'ratio',
    about_persons: true,
    numerator: { lv: 'izglītojamie', en: 'learners' },
    denominator: { lv: 'atbalsta personāla darbinieki', en: 'support staff' },
  },
] as const

/** Invents the indicators that the demonstration computes from what its institutions hand in. */
export const inventIndicators: Demonstrates = async ({ db, municipalityId, plan, now }) => {
  const intent = {
    municipalityId,
    stream: 'figures',
    origin: 'command',
    action: 'demo.invented',
    subject: 'indicators',
    isPublic: true,
    at: now,
  } as const
  await inChange(db, operator(municipalityId), intent, async (tx, change) => {
    const source_id = await keepInvented(tx, change, plan)
    const rows = INVENTED.map(({ numerator, denominator, ...indicator }, index) => ({
      ...indicator,
      catalogue: plan,
      position: 100 + index,
      title_unit: null,
      direction: indicator.unit === 'percent' ? ('up' as const) : ('down' as const),
      frequency: null,
      rests_on: 'records' as const,
      owner: null,
      data_source_lv: 'Iestāžu iesniegtie dati',
      data_source_en: 'Figures handed in by institutions',
      legal_basis: null,
      data_minimum: false,
      retired_on: null,
      retired_reason_lv: null,
      retired_reason_en: null,
      official_lv: null,
      official_en: null,
      source_id,
      locator: null,
    }))
    const ids = await revise(tx, change, INDICATOR, rows)
    await revise(
      tx,
      change,
      METHODOLOGY,
      INVENTED.map(({ code, numerator, denominator }) => ({
        indicator_id: idOf(ids, `${plan}·${code}`),
        version: 1,
        text_lv: 'Saskaita pieņemtās iestāžu atbildes; vispirms skaitītājus un saucējus, tad dala.',
        text_en:
          'Accepted answers of institutions are added up: numerators and denominators first, then divided.',
        numerator_lv: numerator.lv,
        numerator_en: numerator.en,
        denominator_lv: denominator.lv,
        denominator_en: denominator.en,
        valid_from: null,
        comparability: null,
        is_missing: false,
        source_id,
        locator: null,
      })),
    )
    await revise(
      tx,
      change,
      SERIES,
      INVENTED.map(({ code }) => ({
        catalogue: plan,
        key: code,
        indicator_id: idOf(ids, `${plan}·${code}`),
        position: 1,
        breakdown: {},
        institution_id: null,
        unit: null,
        direction: null,
      })),
    )
  })
}
