import { expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { operator } from '#platform/users.ts'
import { askAboutLeavers } from '../../src/modules/access/ask-about-leavers.server.ts'
import { endPost } from '../../src/modules/people/end.service.server.ts'
import { employ, findUserWithWork } from '../../src/modules/people/service.server.ts'
import { closeTask } from '../../src/modules/work/task-service.server.ts'
import { findOpenTasks } from '../../src/modules/work/task-store.server.ts'
import { test } from '../support/database.ts'
import { plantTown } from '../support/people-town.ts'

test('administrators are asked once about whoever left an institution and holds wide rights still', async ({
  db,
}) => {
  const { id, schools, persons } = await plantTown(db)
  const today = municipalDay()
  const give = (accountId: string, role: 'administrator' | 'dataAnalyst') =>
    giveRole(db, operator(id), {
      accountId,
      role,
      scope: { kind: 'municipality', municipalityId: id },
      validFrom: today,
      validTo: null,
    })
  await give('admin', 'administrator')
  await give('second', 'administrator')
  await give('analyst', 'dataAnalyst')
  const here = { municipalityId: id, institutionId: schools[1] }
  const work = { ...here, job: 'teacher', validFrom: '2020-09-01', validTo: null } as const
  const wide = await employ(db, operator(id), { ...work, personId: persons.ilze, accountId: 'analyst' })
  const narrow = await employ(db, operator(id), { ...work, personId: persons.valda, accountId: 'valda' })
  expect(await askAboutLeavers(db, new Date())).toBe(0)
  await endPost(db, operator(id), here, wide, today)
  await endPost(db, operator(id), here, narrow, today)
  expect(await askAboutLeavers(db, new Date())).toBe(2)
  const admin = await findUserWithWork(db, 'admin')
  const open = () => readAs(db, admin, (tx) => findOpenTasks(tx, 'admin'))
  const tasks = await open()
  expect(tasks).toMatchObject([
    {
      kind: 'access.left',
      subject: expect.stringContaining('analyst'),
      address: '/darbs/liepaja/tiesibas',
      dueOn: addDays(today, 14),
    },
  ])
  expect(await closeTask(db, admin, id, tasks[0]?.id ?? '', 'done')).toBe(true)
  expect(await askAboutLeavers(db, new Date())).toBe(0)
  expect(await open()).toEqual([])
})
