import type { CallKind } from './model.ts'

/** Where a municipality's workplace keeps its data calls. */
export const collectionHome = (slug: string) => `/darbs/${slug}/datu-vaksana`

/** Lists of works, and short questions: each kind has pages of its own. */
export const campaignsAddress = (slug: string) => `${collectionHome(slug)}/darba-saraksti`
export const pollsAddress = (slug: string) => `${collectionHome(slug)}/aptaujas`

/** One call, by its key. */
export const callAddress = (slug: string, call: string) => `${collectionHome(slug)}/vaksana/${call}`

/** Where the institutions that a call asks stand. */
export const monitoringAddress = (slug: string, call: string) => `${callAddress(slug, call)}/uzraudziba`

/** The calls of a year. */
export const yearAddress = (slug: string) => `${collectionHome(slug)}/gads`

/** How long calls take institutions: everybody reads it. */
export const burdenAddress = (slug: string) => `/${slug}/datu-slogs`

/** Where a link in a letter is answered without signing in. */
export const REPLY_ADDRESS = '/zinot/atbilde'

/** The form of an institution, by its key. */
export const formAddress = (slug: string, call: string, institution: string) =>
  `${callAddress(slug, call)}/${institution}`

/** The form of an institution as a workbook, and where it is uploaded when it is filled in. */
export const workbookAddress = (slug: string, call: string, institution: string) =>
  `${formAddress(slug, call, institution)}/veidlapa.xlsx`
export const uploadAddress = (slug: string, call: string, institution: string) =>
  `${formAddress(slug, call, institution)}/augsupielade`

/** What an institution handed in, with what was decided on it. */
export const reviewAddress = (slug: string, call: string, institution: string) =>
  `${formAddress(slug, call, institution)}/parskats`

/** What an institution gets back for it. */
export const feedbackAddress = (slug: string, call: string, institution: string) =>
  `${formAddress(slug, call, institution)}/atgriezts`

/** The dictionary of elements, and one of them. */
export const elementsAddress = (slug: string) => `${collectionHome(slug)}/elementi`
export const elementAddress = (slug: string, element: string) => `${elementsAddress(slug)}/${element}`

/** Editing one part of a call. */
export const callEditAddress = (slug: string, call: string, part: CallPart) =>
  `${callAddress(slug, call)}/labot?dala=${part}`

/** Looking at what is held already, and opening. */
export const openingAddress = (slug: string, call: string) => `${callAddress(slug, call)}/atvert`

/** Templates that a municipality can open as its own. */
export const templatesAddress = (slug: string) => `${collectionHome(slug)}/sagataves`

/** Where everybody reads what is asked, and one call. */
export const publicCallsAddress = (slug: string) => `/${slug}/datu-vaksana`
export const publicCallAddress = (slug: string, call: string) => `${publicCallsAddress(slug)}/${call}`

/** Where each kind of call is read: by those who work with it, and by everybody. */
export const workAddressOf = (slug: string, { kind, key }: { kind: CallKind; key: string }) =>
  ({ call: callAddress, campaign: campaignAddress, poll: pollAddress })[kind](slug, key)
export const publicAddressOf = (slug: string, { kind, key }: { kind: CallKind; key: string }) =>
  `${publicCallsAddress(slug)}${{ call: '', campaign: '/darba-saraksti', poll: '/aptaujas' }[kind]}/${key}`

const campaignAddress = (slug: string, key: string) => `${campaignsAddress(slug)}/${key}`
const pollAddress = (slug: string, key: string) => `${pollsAddress(slug)}/${key}`

/** Where the country keeps its templates. */
export const COUNTRY_TEMPLATES = '/darbs/datu-vaksana'

/** Parts in which a call is edited. */
export const CALL_PARTS = ['apraksts', 'elementi', 'parbaudes', 'adresati'] as const
export type CallPart = (typeof CALL_PARTS)[number]

/** How indicators follow from accepted answers, and one formula. */
export const formulasAddress = (slug: string) => `${collectionHome(slug)}/formulas`
export const formulaAddress = (slug: string, id: string) => `${formulasAddress(slug)}/${id}`

/** What accepted answers to a call come to. */
export const resultsAddress = (slug: string, call: string) => `${callAddress(slug, call)}/rezultats`
/** The call and the institution of the address of a form, by their keys; undefined for another address. */
export function readFormAddress(address: string): { call: string; institution: string } | undefined {
  const [, call, institution] =
    /^\/darbs\/[^/]+\/datu-vaksana\/vaksana\/([^/]+)\/([^/]+)$/.exec(address) ?? []
  return call && institution ? { call, institution } : undefined
}

/** All answers to a call as a file. */
export const answersAddress = (slug: string, call: string, form: 'xlsx' | 'csv') =>
  `${callAddress(slug, call)}/atbildes.${form}`
