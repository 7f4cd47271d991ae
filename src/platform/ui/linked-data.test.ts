import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { describeCrumbs, describeDataset, describeSite } from './linked-data.ts'
import { LinkedDataBlock } from './linked-data-block.tsx'

test('the way to a page leaves out what has no page', () => {
  const crumbs = [
    { label: 'Latvija', address: '/' },
    { label: 'Kurzeme' },
    { label: 'Liepāja', address: '/liepaja' },
  ]
  expect(describeCrumbs({ address: 'https://i.lv' }, crumbs).itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Latvija', item: 'https://i.lv/' },
    { '@type': 'ListItem', position: 2, name: 'Liepāja', item: 'https://i.lv/liepaja' },
  ])
})

test('what nobody has said is left out', () => {
  expect(describeSite({}, { name: 'Izaugsme', language: 'lv', home: '/' })).not.toHaveProperty('publisher')
  const dataset = describeDataset(
    {},
    {
      name: 'A',
      address: '/a',
      language: 'lv',
      creator: 'B',
      place: { name: 'B', code: 'LV1' },
      measures: [],
    },
  )
  expect(dataset).not.toHaveProperty('temporalCoverage')
  expect(dataset).not.toHaveProperty('dateModified')
})

test('no word of the data ends the block', () => {
  const drawn = renderToStaticMarkup(
    createElement(LinkedDataBlock, { kind: 'page', data: { name: '</script><script>alert(1)' } }),
  )
  expect(drawn.match(/<\/script>/g)).toHaveLength(1)
  expect(JSON.parse(/>(.*)<\/script>/.exec(drawn)?.[1] ?? '')).toEqual({ name: '</script><script>alert(1)' })
})
