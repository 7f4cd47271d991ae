import { z } from 'zod'
import { defineDocument } from '#platform/api/endpoint.ts'
import { PROBLEMS, type ProblemCode } from '#platform/api/problem.ts'

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
  summary: 'What a kind of problem means',
  schema: ProblemKind,
  find: async ({ path }) => {
    const code = path.code ?? ''
    if (!Object.hasOwn(PROBLEMS, code)) return undefined
    return { type: `/api/v1/problems/${code}`, ...PROBLEMS[code as ProblemCode] }
  },
})
