export { checkSurveyRows } from './check-rows.ts'
export { importSurveys } from './import.service.server.ts'
export { type SurveyRows, surveySheets } from './sheets.ts'
export {
  findAllSurveyTables,
  findSurveyByKey,
  findSurveys,
  findSurveysOfAll,
  getSurveyTable,
} from './store.server.ts'
