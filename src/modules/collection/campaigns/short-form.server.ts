import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { findInstitutionTypes } from '#modules/registry.server'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { findAccountsWith } from '#platform/rights/holders.server.ts'
import type { Audience } from '../model.ts'

/** What a short form offers: kinds of institutions that can be asked, and who can answer for the call. */
export async function readShortForm(context: Readonly<RouterContextProvider>) {
  const { id } = context.get(municipalityContext).municipality
  const read = await readInRequest(context, async (tx) => ({
    types: await findInstitutionTypes(tx),
    holders: await findAccountHolders(tx, id),
  }))
  const able = new Set(await findAccountsWith(context.get(databaseContext), id, 'collection.call.edit'))
  return {
    types: read.types.map(({ code, name_lv, name_en }) => ({ code, name: { lv: name_lv, en: name_en } })),
    holders: read.holders
      .filter(({ accountId }) => able.has(accountId))
      .map(({ accountId, name }) => ({ value: accountId, label: name })),
  }
}

/** Whom a short form asks: institutions of one kind, or all of them. */
export const whomOf = (type: string | undefined): Audience => ({
  types: type === undefined ? [] : [type],
  institutions: [],
  places: [],
})
