export { checkSurveyRows } from './check-rows.ts'
export { importSurveys } from './import.service.server.ts'
export { surveySheets } from './sheets.ts'
export {
  findAllSurveyTables,
  findSurveysOfAll,
  getSurveyTable,
} from './store.server.ts'
