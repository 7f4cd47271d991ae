import { expect, test } from 'vitest'
import { FolderInUse } from '#platform/database/folder-lock.server.ts'
import { textIn } from '../texts.server.ts'
import { explainFailure } from './explain-failure.ts'

const failure = (code: string) => Object.assign(new Error(`${code}: it happened`), { code })

test.each([
  [new FolderInUse('/var/data', '12'), /\/var\/data is in use by process 12\./],
  [new FolderInUse('/var/data', undefined), /\/var\/data is in use by another process\./],
  [failure('ENOSPC'), /disk is full.*ENOSPC/],
  [failure('EROFS'), /EROFS.*IZAUGSME_DATA/],
  [failure('ENOTDIR'), /ENOTDIR.*IZAUGSME_DATA/],
  [failure('EADDRINUSE'), /EADDRINUSE.*PORT/],
  [new Error('These environment settings cannot be used'), /^These environment settings/],
  ['odd', /^odd$/],
])('%s is told in one line', (error, expected) => {
  const told = explainFailure(error, textIn('en'))
  expect(told).toMatch(expected)
  expect(told).not.toMatch(/\n|\bat .*:\d+/)
})
