import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth/adapters'
import { hashOf } from './keys.server.ts'

/**
 * The same adapter, with a hash in the place of each session's token: what stands in the database opens nothing.
 * Whoever asks by a token gets it back, since it is the asker's.
 */
export function hashingTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...adapter,
    ...tokensOf(adapter),
    transaction: (work) =>
      adapter.transaction((tx) => work({ ...tx, ...tokensOf(tx) } as DBTransactionAdapter)),
  }
}

type Methods = Pick<
  DBTransactionAdapter,
  'create' | 'findOne' | 'findMany' | 'update' | 'updateMany' | 'delete' | 'deleteMany'
>
type Row = { token?: unknown } | null

function tokensOf(adapter: DBTransactionAdapter): Methods {
  return {
    create: async (asked) => {
      if (asked.model !== 'session') return adapter.create(asked)
      const { token } = asked.data as unknown as { token: string }
      const created = await adapter.create({ ...asked, data: { ...asked.data, token: hashOf(token) } })
      return { ...(created as object), token } as never
    },
    findOne: async (asked) => {
      const found = await adapter.findOne(hashed(asked))
      return givenBack(found as Row, asked) as never
    },
    findMany: async (asked) => {
      const found = await adapter.findMany(hashed(asked))
      return found.map((row) => givenBack(row as Row, asked)) as never
    },
    update: async (asked) => {
      const found = await adapter.update(hashed(asked))
      return givenBack(found as Row, asked) as never
    },
    updateMany: (asked) => adapter.updateMany(hashed(asked)),
    delete: (asked) => adapter.delete(hashed(asked)),
    deleteMany: (asked) => adapter.deleteMany(hashed(asked)),
  }
}

type Asked = { model: string; where?: Where[] | undefined }

function hashed<Any extends Asked>(asked: Any): Any {
  if (asked.model !== 'session' || !asked.where) return asked
  const where = asked.where.map((one) =>
    one.field === 'token' ? { ...one, value: hashedValue(one.value) } : one,
  )
  return { ...asked, where }
}

const hashedValue = (value: Where['value']): Where['value'] =>
  Array.isArray(value) ? value.map((one) => hashOf(String(one))) : hashOf(String(value))

function givenBack(row: Row, { model, where = [] }: Asked): Row {
  if (model !== 'session' || !row) return row
  const tokens = where.flatMap(({ field, value }) => (field === 'token' ? value : [])).map(String)
  const token = tokens.find((one) => hashOf(one) === row.token)
  return token === undefined ? row : { ...row, token }
}
