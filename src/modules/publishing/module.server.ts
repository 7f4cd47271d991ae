import { declareDutyEvidence } from '#modules/work.server'
import { defineModule } from '#platform/module.ts'
import { publishingCapabilities } from './capabilities.ts'
import { showQualityReport, showResultsAnalysis, showSupervision } from './duty-evidence.server.ts'
import { publishingReach } from './reach.server.ts'
import { inventReports } from './reports/demo/demonstrate.server.ts'
import { editedReportTables } from './reports/edited-tables.ts'
import { findFrozen } from './reports/frozen-store.server.ts'
import { publishingPersonalData } from './reports/personal-data.server.ts'
import { COMMENTARY_TASK } from './reports/report.service.server.ts'
import { makeReports } from './reports/runs/make-reports.job.server.ts'
import { publishingTexts } from './texts/index.ts'

export const publishing = defineModule({
  name: 'publishing',
  texts: publishingTexts,
  capabilities: publishingCapabilities,
  reach: publishingReach,
  publicPages: {
    municipality: async (tx, id) => [
      '/salidzinajums-ar-publiceto',
      ...new Set((await findFrozen(tx, id, { onlyPublic: true })).map(({ key }) => `/parskati/${key}`)),
    ],
  },
  personalData: publishingPersonalData,
  edited: editedReportTables,
  jobs: [makeReports],
  tasks: { [COMMENTARY_TASK]: { todo: 'publishing.commentary.task', endsItself: true } },
  workMenu: [
    {
      address: '/parskati',
      label: 'publishing.menu',
      position: 30,
      group: 'reporting',
      capabilities: ['publishing.report.read'],
    },
  ],
  demonstrates: inventReports,
})

declareDutyEvidence('yearlyReport', showSupervision)
declareDutyEvidence('resultsAnalysis', showResultsAnalysis)
declareDutyEvidence('qualityReport', showQualityReport)
