/** Where a municipality's workplace keeps its data calls. */
export const collectionHome = (slug: string) => `/darbs/${slug}/datu-vaksana`

/** One call, by its key. */
export const callAddress = (slug: string, call: string) => `${collectionHome(slug)}/vaksana/${call}`

/** The form of an institution, by its key. */
export const formAddress = (slug: string, call: string, institution: string) =>
  `${callAddress(slug, call)}/${institution}`

/** What an institution handed in, with what was decided on it. */
export const reviewAddress = (slug: string, call: string, institution: string) =>
  `${formAddress(slug, call, institution)}/parskats`

/** What an institution gets back for it. */
export const feedbackAddress = (slug: string, call: string, institution: string) =>
  `${formAddress(slug, call, institution)}/atgriezts`
