import { expect, test } from 'vitest'
import { describeMissingProtection } from './missing-protection.ts'
import { textIn } from './texts.server.ts'

test('what is missing is said in one line each, after how to mend it', () => {
  const lines = describeMissingProtection(['settings', 'limits'], textIn('en'))
  expect(lines).toEqual([
    expect.stringContaining('npm run izaugsme -- db protect'),
    expect.stringContaining('set_config'),
    expect.stringContaining('time limit'),
  ])
})

test('nothing is said when nothing is missing', () => {
  expect(describeMissingProtection([], textIn('lv'))).toEqual([])
})
