declare module '../findings/model.ts' {
  interface SubjectKinds {
    surveyGroup: { survey: string; group: string }
    /** An item, or the share of one group for it. */
    surveyItem: { survey: string; item: string; group?: string }
  }
}

/** The page of a survey, below the address of its municipality. */
export const surveyAddress = (key: string) => `/aptaujas/${encodeURIComponent(key)}`
