import { RouterContextProvider } from 'react-router'
import { expect } from 'vitest'
import { test } from '../../tests/support/database.ts'
import { databaseContext, placeContext, readInRequest, userContext } from './context.server.ts'
import { readAs } from './database/scope.server.ts'
import type { DatabaseTransaction } from './database/types.server.ts'
import { operator, THE_PUBLIC } from './users.ts'

test('a request reaches what its user may see in the municipality of its address alone', async ({ db }) => {
  const towns = await readAs(db, THE_PUBLIC, (tx) =>
    tx.selectFrom('registry.municipality').select(['id', 'slug']).execute(),
  )
  const idOf = (slug: string) => towns.find((town) => town.slug === slug)?.id ?? ''
  const findUnpublished = (tx: DatabaseTransaction) =>
    tx.selectFrom('strategy.strategy').select('key').where('is_public', '=', false).execute()
  const readAt = (place?: string) => {
    const context = new RouterContextProvider()
    context.set(databaseContext, db)
    context.set(userContext, operator(idOf('liepaja'), idOf('ventspils')))
    if (place) context.set(placeContext, idOf(place))
    return readInRequest(context, findUnpublished)
  }
  expect(await readAt('ventspils')).toEqual([{ key: 'ventspils-2024-2027' }])
  expect(await readAt('liepaja')).toEqual([])
  expect(await readAt()).toEqual([{ key: 'ventspils-2024-2027' }])
})
