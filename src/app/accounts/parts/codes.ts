/** Whether somebody has a second factor, in words; nothing is known of who has not agreed to work here. */
export const CODES = {
  true: 'app.accounts.list.codes.yes',
  false: 'app.accounts.list.codes.no',
  null: 'app.accounts.list.codes.unknown',
} as const
