import { citedColumns as cited } from '#modules/sources.server'
import {
  code,
  oneOf,
  optionalAddress,
  optionalDate,
  optionalDecimal,
  optionalOneOf,
  optionalSlug,
  optionalText,
  optionalWhole,
  slug,
  text,
  whole,
} from '#platform/import/columns.ts'
import { optionalReference, pointing, reference } from '#platform/import/references.ts'
import { changing, type RowsOf, sheet } from '#platform/import/sheet.ts'
import { WORKS_KINDS } from '../evidence.ts'
import { DEGREES, FUNDS, MILESTONE_KINDS, RISK_STATES, WORKS_STATES } from './model.ts'

const ofStrategy = { within: 'strategy_id', withinTable: 'strategy.strategy' }
const ofAction = { action: reference('actions'), code }

/** The files of who does what with what money, of risks, and of links to national plans. */
export const accountabilitySheets = {
  actionParties: sheet(
    'action-parties.csv',
    ['action', 'code'],
    {
      ...ofAction,
      institution: pointing(optionalSlug, 'institutions', { columns: ['key'] }),
      name_lv: text,
      name_en: optionalText,
      part_lv: text,
      part_en: optionalText,
      ...cited,
    },
    changing('strategy.action_party', { ...ofStrategy, columns: { institution: 'institution' } }),
  ),
  actionMilestones: sheet(
    'action-milestones.csv',
    ['action', 'code'],
    {
      ...ofAction,
      kind: oneOf(MILESTONE_KINDS),
      title_lv: text,
      title_en: optionalText,
      due_on: optionalDate,
      done_on: optionalDate,
      ...cited,
    },
    changing('strategy.action_milestone', ofStrategy),
  ),
  actionFunding: sheet(
    'action-funding.csv',
    ['action', 'code'],
    {
      ...ofAction,
      fund: oneOf(FUNDS),
      title_lv: optionalText,
      title_en: optionalText,
      year: optionalWhole,
      planned: optionalDecimal,
      spent: optionalDecimal,
      ...cited,
    },
    changing('strategy.action_funding', ofStrategy),
  ),
  actionWorks: sheet(
    'action-works.csv',
    ['action', 'code'],
    {
      ...ofAction,
      institution: pointing(slug, 'institutions', { columns: ['key'] }),
      works: oneOf(WORKS_KINDS),
      title_lv: text,
      title_en: optionalText,
      state: oneOf(WORKS_STATES),
      starts_on: optionalDate,
      ends_on: optionalDate,
      done_on: optionalDate,
      ...cited,
    },
    changing('strategy.action_works', { ...ofStrategy, columns: { institution: 'institution' } }),
  ),
  risks: sheet(
    'risks.csv',
    ['code'],
    {
      code,
      position: whole,
      title_lv: text,
      title_en: text,
      likelihood: optionalOneOf(DEGREES),
      impact: optionalOneOf(DEGREES),
      state: oneOf(RISK_STATES),
      mitigation_lv: optionalText,
      mitigation_en: optionalText,
      responsible: optionalText,
      reviewed_on: optionalDate,
      ...cited,
    },
    changing('strategy.risk', ofStrategy),
  ),
  riskLinks: sheet(
    'risk-links.csv',
    ['code'],
    {
      code,
      risk: optionalReference('risks'),
      factor: optionalReference('externalFactors'),
      goal: optionalReference('goals'),
      direction: optionalReference('directions'),
      action: optionalReference('actions'),
      indicator: optionalReference('indicators'),
      ...cited,
    },
    changing('strategy.risk_link', ofStrategy),
  ),
  nationalLinks: sheet(
    'national-links.csv',
    ['code'],
    {
      code,
      goal: optionalReference('goals'),
      direction: optionalReference('directions'),
      action: optionalReference('actions'),
      // Goals of national plans are the country's; that they are known, the database tells.
      plan: code,
      national_goal: code,
      ...cited,
    },
    changing('strategy.national_link', ofStrategy),
  ),
}

/** Plans of the country, loaded with its registers. */
export const nationalSheets = {
  nationalGoals: sheet(
    'national-plans.csv',
    ['plan', 'code'],
    {
      plan: code,
      plan_title_lv: text,
      plan_title_en: text,
      code,
      position: whole,
      title_lv: text,
      title_en: text,
      official_lv: optionalText,
      source: text,
      url: optionalAddress,
    },
    changing('strategy.national_goal'),
  ),
}

type Sheets = typeof accountabilitySheets & typeof nationalSheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends Sheets {}
}
export type AccountabilityRows = RowsOf<typeof accountabilitySheets>
export type NationalRows = RowsOf<typeof nationalSheets>
