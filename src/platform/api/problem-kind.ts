import { z } from 'zod'
import { defineDocument } from './endpoint.ts'
import { PROBLEMS, type ProblemCode } from './problem.ts'

const ProblemKind = z.object({
  type: z.string(),
  status: z.int(),
  title: z.string(),
  explanation: z.string(),
})

export const problemDocument = defineDocument({
  path: '/problems/{code}',
  name: 'ProblemKind',
  operation: 'getProblem',
  tag: 'about',
  title: 'platform.api.problem',
  summary: 'What a kind of problem means',
  schema: ProblemKind,
  find: async ({ path }) => {
    const code = path.code ?? ''
    if (!Object.hasOwn(PROBLEMS, code)) return undefined
    return { type: `/api/v1/problems/${code}`, ...PROBLEMS[code as ProblemCode] }
  },
})
