import type { TextKey } from '#platform/texts/text.ts'

/** Of what somebody is told. Letters of an optional kind can be signed out of, the others are always sent. */
export const NOTIFICATION_KINDS = {
  /** Somebody has given one a task. */
  'work.taskGiven': { isOptional: true, label: 'work.notification.taskGiven' },
  /** A task is due in a week, or tomorrow. */
  'work.taskDue': { isOptional: true, label: 'work.notification.taskDue' },
  /** A task was due and is not done. */
  'work.taskLate': { isOptional: true, label: 'work.notification.taskLate' },
  /** Something that one works on has changed, or waits to be looked at. */
  'work.news': { isOptional: true, label: 'work.notification.news' },
  /** Something that one has asked for is ready, or has failed. */
  'work.result': { isOptional: true, label: 'work.notification.result' },
  /** One's account or rights have changed. */
  'work.security': { isOptional: false, label: 'work.notification.security' },
} as const satisfies Record<string, { isOptional: boolean; label: TextKey }>

export type NotificationKind = keyof typeof NOTIFICATION_KINDS

/** The kinds that one may sign out of. */
export const OPTIONAL_KINDS = (Object.keys(NOTIFICATION_KINDS) as NotificationKind[]).filter(
  (kind) => NOTIFICATION_KINDS[kind].isOptional,
)

/** Something to tell somebody, in plain words. */
export type NotificationEntry = {
  accountId: string
  kind: NotificationKind
  subject: string
  /** Where more is to be seen, in its Latvian form. */
  address?: string | null
  /** Task that it is about: once that is done, no letter is sent. */
  taskId?: string
  /** Day by which something is to be done, `YYYY-MM-DD`. */
  dueOn?: string | null
  /** Within a municipality the same is told once. */
  once?: string
}

/** Something that somebody was told. */
export type Notification = {
  municipalityId: string
  id: string
  kind: NotificationKind
  subject: string
  address: string | null
  dueOn: string | null
  at: Date
  isRead: boolean
}
