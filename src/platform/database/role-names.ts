/** Reads only what is public. Every anonymous request works as this role. */
export const PUBLIC_ROLE = 'izaugsme_public'
/** A signed-in person or a command: reads and writes what its grants name. */
export const MEMBER_ROLE = 'izaugsme_member'
/** Serves whoever has signed in: owns nothing, may do nothing but become a member for a transaction. */
export const WEB_ROLE = 'izaugsme_web'
/** Seals the journal. */
export const SEALER_ROLE = 'izaugsme_sealer'
/** Keeps accounts: passwords, sessions, codes. Nobody else has any right to them, and it has none to anything else. */
export const ACCOUNTS_ROLE = 'izaugsme_accounts'
/** Has the queue of jobs and nothing else. */
export const JOBS_ROLE = 'izaugsme_jobs'
