import type { ReachOf, TenantTable } from '#platform/rights/declaration.ts'
import type { SurveysTables } from './tables.server.ts'

/** Tables of survey results: everybody's where they are published, else of those who work with them. */
const results: TenantTable = {
  from: 'country',
  reach: 'municipality',
  read: 'surveys.read',
  write: 'surveys.edit',
  published: 'flag',
  writing: 'change',
  audit: 'audit',
}

export const surveysReach: ReachOf<SurveysTables> = {
  'surveys.survey': results,
  'surveys.survey_group': results,
  'surveys.item': results,
  'surveys.result': { ...results, writing: 'append' },
  'surveys.printed_mean': results,
}
