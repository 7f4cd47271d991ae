export {
  readSurveys,
  type SurveyListItem,
  SurveyListItem as surveyListItem,
} from './api/survey-document.server.ts'
export { readSurveyTables, surveyFamily } from './family.server.ts'
export { findGoalItems } from './goal-store.server.ts'
export { surveys } from './module.server.ts'
export { surveySheets } from './sheets.ts'
export { findSurveys } from './store.server.ts'
export { surveysTexts } from './texts/index.ts'
