import { expect } from 'vitest'
import { openBuiltSite } from './support/built-site.ts'
import { test } from './support/database.ts'

test('the gallery is not there unless the settings ask for it', async ({ db }) => {
  const shown = await openBuiltSite(db)
  const hidden = await openBuiltSite(db, { hasGallery: false })
  for (const address of ['/veidne', '/veidne/valuetext', '/en/veidne/valuetext']) {
    expect((await shown(address)).status).toBe(200)
    expect((await hidden(address)).status).toBe(404)
  }
  expect((await shown('/veidne/atlantida')).status).toBe(404)
})
