import { z } from 'zod'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'

/** What a report is about: a figure (or a text about it), a barrier to using the pages, anything else. */
export const REPORT_KINDS = ['figure', 'barrier', 'other'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** How much can be told at once. */
export const CONTENT_MAXIMUM = 4000
/** A whole address as it is copied from the browser, with a place on the page. */
const ADDRESS_MAXIMUM = 1000
const EMAIL = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@.]{2,}$/
const PHONE = /^\+?[\d ()-]{8,20}$/

const isContact = (text: string) =>
  EMAIL.test(text) || (PHONE.test(text) && text.replaceAll(/\D/g, '').length >= 8)

/** What a visitor fills in. */
export const ReportEntry = z.object({
  kind: z.enum(REPORT_KINDS).meta({ label: 'work.report.kind' } satisfies FieldMeta),
  address: typedText({ minimum: 1, maximum: ADDRESS_MAXIMUM })
    .meta({ label: 'work.report.address', hint: 'work.report.address.hint' } satisfies FieldMeta)
    .optional(),
  content: typedText({ minimum: 10, maximum: CONTENT_MAXIMUM, hasLines: true }).meta({
    label: 'work.report.content',
    hint: 'work.report.content.hint',
  } satisfies FieldMeta),
  contact: typedText({ minimum: 1, maximum: 254 })
    .refine(isContact, 'work.report.contact.wrong')
    .meta({ label: 'work.report.contact', hint: 'work.report.contact.hint' } satisfies FieldMeta)
    .optional(),
})
export type ReportEntry = z.infer<typeof ReportEntry>

/** Nobody has dealt with it yet; somebody is to; it was answered; it needs nobody any more. */
export const REPORT_STATES = ['new', 'assigned', 'answered', 'closed'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** Whether a contact is an address of e-mail, to which an answer can be sent. */
export const isMailAddress = (contact: string | null): contact is string =>
  contact !== null && EMAIL.test(contact)

/** A page of ours that a report is about. */
export type Place = {
  /** In its Latvian form, with the place on the page: `/liepaja/raditaji/14#figures`. */
  address: string
  /** What the page calls itself, in the language of who reports. */
  title: string
}

/** A report as who answers it reads it. */
export type Report = {
  id: string
  sentAt: Date
  kind: ReportKind
  state: ReportState
  place: Place | null
  content: string
  language: 'lv' | 'en'
  /** How to answer; null when none was given, or when it has been erased. */
  contact: string | null
}
