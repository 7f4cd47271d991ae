import { declareDutyEvidence, declareOwnReminders } from '#modules/work.server'
import { defineModule } from '#platform/module.ts'
import { aboutInstitution } from './about-institution.server.ts'
import { MISSING_TASK, settleAsked } from './accountability/asked.server.ts'
import { findAbsentNationalGoals } from './accountability/import.server.ts'
import { importNationalPlans } from './accountability/import-national.server.ts'
import { accountablePersonalData } from './accountability/personal-data.server.ts'
import { nationalSheets } from './accountability/sheets.ts'
import { alignmentPersonalData } from './alignment/personal-data.server.ts'
import { PLAN_TASK } from './alignment/tell.server.ts'
import { strategyApi } from './api/index.server.ts'
import { strategyCapabilities } from './capabilities.ts'
import { checkStrategyRows } from './check-rows.ts'
import { inventStrategysYear } from './demonstrate.server.ts'
import { strategyOnDesk } from './desk.server.ts'
import { nextStrategyDue, showMidTermUpdate, showStrategy, showYearlyReport } from './duty-evidence.server.ts'
import { editedStrategyTables } from './edits/edited-tables.ts'
import { findAbsentFiles, settleEvidenceFiles } from './evidence-files.server.ts'
import { strategyExamples } from './examples.ts'
import { strategyFamily } from './family.server.ts'
import { generateStrategy } from './generate.ts'
import { importStrategy } from './import.service.server.ts'
import { strategyReach } from './reach.server.ts'
import { editedRoundTables } from './rounds/edited-tables.ts'
import { roundLetter } from './rounds/letter.server.ts'
import { roundPersonalData } from './rounds/personal-data.server.ts'
import { runRounds } from './rounds/remind.server.ts'
import { REPORT_TASK } from './rounds/tasks.server.ts'
import { searchedStrategy } from './searched.server.ts'
import { goalLinkSheets, goalLinksOf, strategySheets } from './sheets.ts'
import { findCurrentStrategy, findStandingCodes } from './store.server.ts'
import { strategyTexts } from './texts/index.ts'
import { editedVersionTables } from './versions/edited-tables.ts'
import { strategyWorkMenu } from './work-menu.ts'

export const strategy = defineModule({
  name: 'strategy',
  texts: strategyTexts,
  capabilities: strategyCapabilities,
  reach: strategyReach,
  loads: [
    {
      dataset: 'country',
      sheets: nationalSheets,
      check: () => [],
      write: importNationalPlans,
      capability: 'registry.edit',
    },
    {
      dataset: 'municipality',
      sheets: strategySheets,
      examples: strategyExamples,
      check: checkStrategyRows,
      checkStored: async (tx, municipalityId, rows) => [
        ...(await findAbsentFiles(tx, municipalityId, rows)),
        ...(await findAbsentNationalGoals(tx, rows)),
      ],
      write: importStrategy,
      settle: async (tx, change) => {
        await settleEvidenceFiles(tx, change)
        await settleAsked(tx, change)
      },
      links: { sheets: goalLinkSheets, rowsOf: goalLinksOf },
      capability: 'strategy.edit',
    },
  ],
  edited: {
    ...editedStrategyTables,
    ...editedRoundTables,
    ...editedVersionTables,
  },
  jobs: [runRounds],
  tasks: {
    [PLAN_TASK]: { todo: 'strategy.alignment.task', endsItself: true },
    [REPORT_TASK]: { todo: 'strategy.round.task', endsItself: true },
    [MISSING_TASK]: { todo: 'strategy.lacks.todo', endsItself: true },
  },
  desk: strategyOnDesk,
  personalData: [...accountablePersonalData, ...alignmentPersonalData, ...roundPersonalData],
  workMenu: strategyWorkMenu,
  family: strategyFamily,
  aboutInstitution,
  searched: searchedStrategy,
  menu: [
    { address: '/strategija', label: 'strategy.menu', position: 20 },
    { address: '/ricibas-plans', label: 'strategy.menu.actions', position: 40 },
    { address: '/programmas', label: 'strategy.menu.programmes', position: 50 },
    { address: '/saskanotiba', label: 'strategy.alignment.public.menu', position: 55 },
  ],
  publicPages: {
    municipality: async (tx, id) => {
      const current = await findCurrentStrategy(tx, id)
      const codes = current ? await findStandingCodes(tx, id, current.id) : []
      return ['/datu-kvalitate/apgalvojumi', ...codes.map((code) => `/ricibas-plans/${code}`)]
    },
  },
  demonstrates: inventStrategysYear,
  api: strategyApi,
  generates: { sheets: generateStrategy },
})

declareOwnReminders(REPORT_TASK, roundLetter)
declareDutyEvidence('strategy', showStrategy, nextStrategyDue)
declareDutyEvidence('yearlyReport', showYearlyReport)
declareDutyEvidence('midTermUpdate', showMidTermUpdate)
