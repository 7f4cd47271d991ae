import { type ActionSection, PLAN } from '../edits/parts.ts'
import { LACKS, type Lack } from './lacks.ts'

/** What an action lacks, as the address of its page says it. */
export const LACKING = 'trukst'

const withQuery = (address: string, query: Readonly<Record<string, string | undefined>>) => {
  const asked = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return asked.size > 0 ? `${address}?${asked}` : address
}

/** Who answers for what, below a municipality's workplace. */
export const accountabilityAddress = (
  slug: string,
  query: Readonly<Record<string, string | undefined>> = {},
) => withQuery(`/darbs/${slug}/ricibas-plans/atbildiba`, query)

/** What a plan's actions lack, and whom to ask for it. */
export const missingAddress = (slug: string, query: Readonly<Record<string, string | undefined>> = {}) =>
  withQuery(`/darbs/${slug}/ricibas-plans/atbildiba/trukst`, query)

/** One action's people, steps, money and works. */
export const accountedActionAddress = (
  slug: string,
  code: string,
  query: Readonly<Record<string, string | undefined>> = {},
) => withQuery(`/darbs/${slug}/ricibas-plans/atbildiba/${encodeURIComponent(code)}`, query)

/** Risks and external factors of a plan. */
export const risksAddress = (slug: string, query: Readonly<Record<string, string | undefined>> = {}) =>
  withQuery(`/darbs/${slug}/riski`, query)

/** One risk or external factor. */
export const causeAddress = (
  slug: string,
  part: string,
  code: string,
  query: Readonly<Record<string, string | undefined>> = {},
) => withQuery(`/darbs/${slug}/riski/${part}/${encodeURIComponent(code)}`, query)

/** Which national goals a plan serves. */
export const nationalAddress = (slug: string, query: Readonly<Record<string, string | undefined>> = {}) =>
  withQuery(`/darbs/${slug}/nacionalie-merki`, query)

/** What serves one of them. */
export const nationalGoalAddress = (
  slug: string,
  { plan, code }: { plan: string; code: string },
  query: Readonly<Record<string, string | undefined>> = {},
) =>
  withQuery(`/darbs/${slug}/nacionalie-merki/${encodeURIComponent(plan)}/${encodeURIComponent(code)}`, query)

/** What somebody is asked to fill in: what an action of a plan lacks. */
export type Asking = { plan: string; action: string; lacks: readonly Lack[] }

/** Where what is asked for is filled in; it says what that is, so that a task can be ended by its address. */
export const askingAddress = (slug: string, { plan, action, lacks }: Asking) =>
  accountedActionAddress(slug, action, { [LACKING]: lacks.join('.'), [PLAN]: plan })

/** What an address asks for; undefined where it asks for nothing. */
export function askingOf(address: string): Asking | undefined {
  const { pathname, searchParams } = new URL(address, 'https://izaugsme.invalid')
  const plan = searchParams.get(PLAN)
  const lacks = readLacks(searchParams)
  if (plan === null || lacks.length === 0) return undefined
  return { plan, action: decodeURIComponent(pathname.split('/').at(-1) ?? ''), lacks }
}

/** What of an action is asked for in an address. */
export const readLacks = (query: URLSearchParams): Lack[] => {
  const named = (query.get(LACKING) ?? '').split('.')
  return LACKS.filter((lack) => named.includes(lack))
}

/** Where on an action's page what it lacks is filled in. */
export const SECTION_OF: Readonly<Record<Lack, ActionSection>> = {
  accountable: 'atbildigais',
  parties: 'dalibnieki',
  due: 'atbildigais',
  deliverable: 'starprezultati',
  milestones: 'starprezultati',
  funding: 'finansejums',
}
