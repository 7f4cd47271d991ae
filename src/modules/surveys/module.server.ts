import { defineModule } from '#platform/module.ts'
import { aboutInstitution } from './about-institution.server.ts'
import { surveyAnalysis } from './api/analysis-document.server.ts'
import { surveyResultList } from './api/result-list.server.ts'
import { surveyDocument } from './api/survey-document.server.ts'
import { surveysCapabilities } from './capabilities.ts'
import { checkSurveyRows } from './check-rows.ts'
import { surveyExamples } from './examples.ts'
import { surveyFamily } from './family.server.ts'
import { importSurveys } from './import.service.server.ts'
import { surveysReach } from './reach.server.ts'
import { searchedSurveys } from './searched.server.ts'
import { evidenceLinks, surveySheets } from './sheets.ts'
import { findSurveys } from './store.server.ts'
import { surveyAddress } from './subjects.ts'
import { surveysTexts } from './texts/index.ts'

export const surveys = defineModule({
  name: 'surveys',
  texts: surveysTexts,
  capabilities: surveysCapabilities,
  reach: surveysReach,
  loads: [
    {
      dataset: 'municipality',
      sheets: surveySheets,
      examples: surveyExamples,
      check: checkSurveyRows,
      write: importSurveys,
      capability: 'surveys.edit',
      guarded: {
        capability: 'surveys.unprotected.read',
        cells: {
          surveyGroups: ['respondents', 'response_share', 'population'],
          surveyItems: ['printed_mean'],
          surveyResults: ['share'],
          surveyMeans: ['printed_mean'],
        },
      },
      links: evidenceLinks,
    },
  ],
  family: surveyFamily,
  aboutInstitution,
  searched: searchedSurveys,
  menu: [{ address: '/aptaujas', label: 'surveys.menu', position: 60 }],
  publicPages: {
    municipality: async (tx, id) => (await findSurveys(tx, id)).map(({ key }) => surveyAddress(key)),
  },
  api: [surveyDocument, surveyResultList, surveyAnalysis],
})
