import { describe, expect, test } from 'vitest'
import { FolderInUse } from '#platform/database/folder-lock.server.ts'
import { CannotOpen } from '#platform/database/open.server.ts'
import { CannotListen } from '#platform/http/listen.server.ts'
import { Refused } from '#platform/refuse.ts'
import { WrongSettings } from '#platform/settings.server.ts'
import { describeFailure } from './failure.ts'
import { textIn } from './texts.server.ts'

const describeIn = (language: 'lv' | 'en', error: unknown) => describeFailure(error, textIn(language))
const withCode = (code: string, message = 'message') => Object.assign(new Error(message), { code })

test('a refusal is said in the language of the command line and ends with 1', () => {
  const refused = new Refused(403, 'platform.refused.grant')
  expect(describeIn('lv', refused)).toEqual({ message: 'Jums nav tiesību to darīt.', exitCode: 1 })
  expect(describeIn('en', refused).message).toBe('You have no right to do this.')
})

test('a defect ends with 2, in one line', () => {
  expect(describeIn('en', new Error('something\nat a place'))).toEqual({
    message: 'Failed: something.',
    exitCode: 2,
  })
})

describe('what stands in the way is said with the setting that mends it', () => {
  test.each([
    [new FolderInUse('/data', '7'), /\/data.*7/],
    [new CannotOpen('/data', withCode('EROFS')), /cannot be written to.*IZAUGSME_DATA/],
    [new CannotOpen('/data', withCode('ENOTDIR')), /not a folder.*IZAUGSME_DATA/],
    [new CannotOpen('/data', withCode('ENOSPC')), /no room left/],
    [new CannotOpen('/data', { name: 'ErrnoError', errno: 51 }), /no room left/],
    [new CannotOpen('/data', new Error('broken pages')), /\/data cannot be opened: broken pages/],
    [new CannotListen('127.0.0.1', 3000, withCode('EADDRINUSE')), /3000 is in use.*PORT/],
    [new CannotListen('10.9.9.9', 3000, withCode('EADDRNOTAVAIL')), /10\.9\.9\.9.*HOST/],
    [withCode('ECONNREFUSED', 'connect ECONNREFUSED'), /connect ECONNREFUSED.*DATABASE_URL/],
    [withCode('28P01', 'password authentication failed'), /password authentication failed.*DATABASE_URL/],
    [withCode('ERR_INVALID_URL', 'Invalid URL'), /Invalid URL.*DATABASE_URL/],
    [new WrongSettings(['PORT: too big', 'HOST: too small']), /PORT: too big; HOST: too small/],
  ])('%s', (error, words) => {
    const { message, exitCode } = describeIn('en', error)
    expect(message).toMatch(words)
    expect(message).not.toContain('\n')
    expect(describeIn('lv', error).message).not.toBe(message)
    expect(exitCode).toBe(2)
  })
})
