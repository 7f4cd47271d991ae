import { apiFormats } from '#platform/api/address.ts'

export const resultListPath = (municipality: string, survey: string) =>
  `/surveys/${municipality}-${encodeURIComponent(survey)}/results`

/** The results of a survey as a list of the public API. */
export const surveyDownloads = (municipality: string, survey: string) =>
  apiFormats(resultListPath(municipality, survey))
