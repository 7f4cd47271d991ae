import { createContext, type RouterContextProvider, redirect } from 'react-router'
import type { Api } from './api/answer.ts'
import { readAs } from './database/scope.server.ts'
import type { Database, DatabaseTransaction } from './database/types.server.ts'
import type { KeepUp } from './editing/edit-service.server.ts'
import type { Personal, Site, Visit } from './http/site.ts'
import { addressIn, languageOf } from './language.ts'
import type { PersonalDataEntry } from './personal-data/entry.ts'
import { refuse } from './refuse.ts'
import type { Secrets } from './secrets.ts'
import type { Language, Text } from './texts/text.ts'
import type { SiteFacts } from './ui/site-facts.ts'
import { THE_PUBLIC, type User } from './users.ts'

/** What the server knows of a request; loaders read it, services get it as arguments. */
export const databaseContext = createContext<Database>()
/** The public API, so that a page can tell of its addresses. */
export const apiContext = createContext<Api>()
/** Every text of the product in a language, for files that are written in words. */
export const textsContext = createContext<(language: Language) => Text>()
export const userContext = createContext<User>(THE_PUBLIC)
/** What the operator has said of this installation. */
export const factsContext = createContext<SiteFacts>({})
/** What is known of any address, so that a page can tell about another one. */
export const addressContext = createContext<Site['addressOf']>()
export const visitContext = createContext<Visit>()
/** Works out anew what is kept of a municipality; set by the application, which knows all modules. */
export const keepUpContext = createContext<KeepUp>(async () => undefined)
/** What all modules keep of persons; set by the application, which knows them. */
export const personalDataContext = createContext<readonly PersonalDataEntry[]>([])
/** Whether the parts that pages are made of are shown. */
export const galleryContext = createContext(false)
/** Keys by which records of persons are read; absent where the settings have no secret. */
export const secretsContext = createContext<Secrets | undefined>(undefined)
/** Id of the municipality of the address: rights in others are left aside. */
export const placeContext = createContext<string | null>(null)

/** Reads in the name of whoever asks. The one way from a loader to a store. */
export function readInRequest<Result>(
  context: Readonly<RouterContextProvider>,
  work: (tx: DatabaseTransaction) => Promise<Result>,
) {
  const within = { municipalityId: context.get(placeContext) ?? undefined }
  return readAs(context.get(databaseContext), context.get(userContext), work, within)
}

/** Who asks, on the personal face. @throws Refused on the public one, where nobody is anybody */
export function personalVisit(context: Readonly<RouterContextProvider>): Personal {
  return context.get(visitContext).personal ?? refuse(404, 'platform.refused.absent')
}

/** Parameter of the sign-in page that says where to go afterwards: an address of ours. */
export const AFTERWARDS = 'uz'

/**
 * The person who has signed in.
 *
 * @throws a redirect to the sign-in page, which leads back to what was asked for
 */
export function demandSignedIn(context: Readonly<RouterContextProvider>, request: Request): User {
  const user = context.get(userContext)
  if (user.kind === 'member') return user
  throw redirect(signInAddress(request), 303)
}

/** The sign-in page, which leads back to what was asked for. */
export function signInAddress(request: Request): string {
  const { pathname, search } = new URL(request.url)
  const signIn = addressIn(languageOf(pathname), '/pieslegties')
  return `${signIn}?${new URLSearchParams({ [AFTERWARDS]: pathname + search })}`
}
