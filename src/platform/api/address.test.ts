import { expect, test } from 'vitest'
import { AskedValues } from '../asked.ts'
import { unlessWrong } from './address.ts'

test.for([
  ['/liepaja/raditaji.csv?verdict=met', 200, null],
  ['/liepaja/raditaji.csv?verdict=abc', 302, '/liepaja/raditaji?verdict=abc'],
  ['/en/liepaja/raditaji.json?verdict=abc', 302, '/en/liepaja/raditaji?verdict=abc'],
] as const)('%s is answered with %i', ([address, status, location]) => {
  const request = new Request(`http://localhost${address}`)
  const asked = new AskedValues(request)
  asked.oneOf('verdict', ['met', 'missed'])
  const response = unlessWrong(request, asked, () => new Response('a file'))
  expect([response.status, response.headers.get('location')]).toEqual([status, location])
})
