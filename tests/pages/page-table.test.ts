import { describe, expect, test } from 'vitest'
import { type BuiltRoute, PageTable } from './page-table.ts'
import { addressesOf, findExampleFaults, findMissingTwins, findUnreached } from './pages-to-visit.ts'

const page = { default: () => null }
const data = { loader: () => null }

/** A table like ours: a frame for all, pages of the country, pages below a municipality, and the same in English. */
function tableOf(...more: BuiltRoute[]): PageTable {
  const latvian: BuiltRoute[] = [
    { id: 'country', parentId: 'root', index: true, module: page },
    { id: 'methods', parentId: 'root', path: 'metodes', module: page },
    { id: 'municipality', parentId: 'root', path: ':municipality', module: page },
    { id: 'overview', parentId: 'municipality', index: true, module: page },
    { id: 'list', parentId: 'municipality', path: 'raditaji', module: page },
    { id: 'list.csv', parentId: 'municipality', path: 'raditaji.csv', module: data },
    { id: 'one', parentId: 'municipality', path: 'raditaji/:code', module: page },
  ]
  const english = latvian.map(({ id, parentId, path, ...rest }) => ({
    ...rest,
    id: `en/${id}`,
    parentId: parentId === 'root' ? 'root' : `en/${parentId}`,
    path: parentId === 'root' ? ['en', path].filter(Boolean).join('/') : path,
  }))
  const routes = [{ id: 'root', path: '', module: page }, ...latvian, ...english, ...more]
  return new PageTable(Object.fromEntries(routes.map((route) => [route.id, route])))
}

const planted = (path: string, id = 'planted'): BuiltRoute => ({
  id,
  parentId: 'municipality',
  path,
  module: page,
})
const EXAMPLES = ['/liepaja', '/ventspils', '/liepaja/raditaji/14']
const LINKS = ['', '/metodes', '/liepaja', '/liepaja/raditaji', '/liepaja/raditaji/2'].flatMap((path) => [
  path || '/',
  `/en${path}`,
])

describe('a table in which all is well', () => {
  test('has its pages in both languages; frames and data are no pages', () => {
    const latvian = [
      '/',
      '/metodes',
      '/:municipality',
      '/:municipality/raditaji',
      '/:municipality/raditaji/:code',
    ]
    const english = latvian.map((pattern) => (pattern === '/' ? '/en' : `/en${pattern}`))
    expect(tableOf().patterns).toEqual([...latvian, ...english])
  })

  test('is visited by its examples, and by what their parameters fill', () => {
    expect(addressesOf(tableOf(planted('raditaji/:code/labot')), EXAMPLES)).toEqual([
      '/',
      '/metodes',
      '/liepaja',
      '/ventspils',
      '/liepaja/raditaji',
      '/liepaja/raditaji/14',
      '/liepaja/raditaji/14/labot',
    ])
  })

  test('has no faults', () => {
    expect(findExampleFaults(tableOf(), EXAMPLES)).toEqual([])
    expect(findMissingTwins(tableOf())).toEqual([])
    expect(findUnreached(tableOf(), LINKS)).toEqual([])
  })
})

describe('a planted page', () => {
  test('without an English twin is named, and an English one without a Latvian twin', () => {
    const english = { ...planted('sources', 'en/planted'), parentId: 'en/municipality' }
    expect(findMissingTwins(tableOf(planted('avoti'), english))).toEqual([
      '/:municipality/avoti has no English twin /en/:municipality/avoti: its route belongs among the pages of src/routes.ts.',
      '/en/:municipality/sources has no Latvian twin /:municipality/sources: its route belongs among the pages of src/routes.ts.',
    ])
  })

  test('to which no link leads is named, though an address like it is linked', () => {
    expect(findUnreached(tableOf(planted('avoti')), [...LINKS, '/avoti', '/liepaja/avoti.csv'])).toEqual([
      'No link leads from the start page to /:municipality/avoti.',
    ])
    expect(findUnreached(tableOf(planted('avoti')), [...LINKS, '/riga/avoti?page=2'])).toEqual([])
  })

  test('of thanks is found by whoever sends the form above it, if the form is found', () => {
    const top = (path: string): BuiltRoute => ({ id: path, parentId: 'root', path, module: page })
    const table = tableOf(top('zinot'), top('zinot/paldies'))
    expect(findUnreached(table, [...LINKS, '/zinot?par=/liepaja'])).toEqual([])
    expect(findUnreached(table, LINKS)).toEqual([
      'No link leads from the start page to /zinot.',
      'No link leads from the start page to /zinot/paldies.',
    ])
  })

  test('whose parameters nobody gave an example of is named', () => {
    expect(findExampleFaults(tableOf(planted('avoti/:source')), EXAMPLES)).toEqual([
      '/:municipality/avoti/:source has no example: name one in example-addresses.ts beside its routes.',
    ])
  })

  test('that is gone leaves its example behind, which is named', () => {
    expect(findExampleFaults(tableOf(), [...EXAMPLES, '/liepaja/avoti/3'])).toEqual([
      '/liepaja/avoti/3 is named as an example, but there is no such page.',
    ])
  })
})
