import { describe, expect, test } from 'vitest'
import type { Municipality } from '#modules/registry'
import { searchMunicipalities } from './municipality-list.ts'

function aMunicipality(name: string, region: string): Municipality {
  return {
    id: name,
    slug: 'place',
    code: 'LV0000000',
    kind: 'novads',
    name: { lv: name, en: `${name} in English` },
    region: { code: region, name: { lv: region, en: region } },
    validFrom: '2021-07-01',
    validTo: null,
    successor: null,
    tile: null,
    isGenerated: false,
  }
}

const kekava = aMunicipality('Ķekavas novads', 'Rīgas plānošanas reģions')
const liepaja = aMunicipality('Liepāja', 'Kurzemes plānošanas reģions')
const saldus = aMunicipality('Saldus novads', 'Kurzemes plānošanas reģions')
const all = [kekava, liepaja, saldus]

describe('searchMunicipalities', () => {
  test.each([
    ['liepaja', [liepaja]],
    ['ĶEK', [kekava]],
    ['kekav', [kekava]],
    ['kurzeme', [liepaja, saldus]],
    ['novads kurzeme', [saldus]],
    ['  ', all],
    ['Atlantīda', []],
  ])('answers “%s”', (search, found) => {
    expect(searchMunicipalities(all, search)).toEqual(found)
  })
})
