import { JOBS_ROLE, MEMBER_ROLE } from '../database/role-names.ts'
import type { SpecialTable } from '../rights/declaration.ts'

/** What a member fills in of a job that it asks for. */
const ASKED = [
  'id',
  'name',
  'data',
  'singleton_key',
  'start_after',
  'created_on',
  'expire_seconds',
  'deletion_seconds',
  'keep_until',
  'retry_limit',
  'retry_delay',
  'retry_backoff',
  'retry_delay_max',
  'policy',
  'dead_letter',
  'heartbeat_seconds',
]

const TABLES = [
  'version',
  'queue',
  'schedule',
  'subscription',
  'bam',
  'job',
  'job_common',
  'warning',
  'queue_stats',
  'job_dependency',
  'instance',
] as const

const ofJobs = (on: string, ...more: string[]): SpecialTable => ({
  special: 'the queue of jobs, which only its own role sees',
  isOfNobody: true,
  rights: [
    `grant select, insert, update, delete on ${on} to ${JOBS_ROLE}`,
    `create policy jobs_all on ${on} for all to ${JOBS_ROLE} using (true) with check (true)`,
    ...more,
  ],
  audit: { noAudit: 'it holds ids of what is to be done; what a job writes is audited' },
})

const memberAsks = (on: string) => [
  `grant insert (${ASKED.join(', ')}) on ${on} to ${MEMBER_ROLE}`,
  `create policy member_insert on ${on} for insert to ${MEMBER_ROLE} with check (true)`,
]

/** Who reaches the tables of pg-boss: its own role; a member puts jobs in and sees none. */
export const jobsReach: Readonly<Record<string, SpecialTable>> = Object.fromEntries(
  TABLES.map((name) => {
    const table = `jobs.${name}`
    return [table, ofJobs(table, ...(name === 'job_common' ? memberAsks(table) : []))]
  }),
)
