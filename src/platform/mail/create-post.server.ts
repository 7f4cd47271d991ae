import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import { v7 as uuidv7 } from 'uuid'
import type { Settings } from '../settings.server.ts'
import { type Letter, type Post, SendableLetter, UnsendableLetter } from './letter.ts'

type MailSettings = Pick<Settings, 'smtp' | 'mailFrom' | 'dataFolder' | 'address'>

/** A server of mail that has vanished without a word must not hold a job for long. */
const WAIT_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** Where letters go that no server sends. */
export const mailFolder = ({ dataFolder }: Pick<Settings, 'dataFolder'>) => join(dataFolder, 'mail')

/**
 * How letters leave: by the server of mail that the settings name, otherwise as files (`.eml`) in `var/mail`, which
 * any mail program opens.
 *
 * The function that it answers throws UnsendableLetter for what no attempt would send, and whatever the server
 * of mail says for what may succeed later.
 */
export function createPost(settings: MailSettings): Post {
  const deliver = settings.smtp === undefined ? intoFolder(mailFolder(settings)) : overSmtp(settings.smtp)
  const from = senderOf(settings)
  return async (letter) => {
    const { success, data, error } = SendableLetter.safeParse(letter)
    if (!success) throw new UnsendableLetter(error.issues.map(({ path }) => path.join('.')))
    const id = data.messageId ?? uuidv7()
    await deliver(messageOf(letter, id, from), id)
  }
}

const FALLBACK_SENDER = 'izaugsme@localhost'

function senderOf({ mailFrom, address }: MailSettings) {
  if (mailFrom !== undefined) return mailFrom
  const host = address === undefined ? undefined : new URL(address).hostname
  return { name: 'Izaugsme', address: host?.includes('.') ? `izaugsme@${host}` : FALLBACK_SENDER }
}

function messageOf(letter: Letter, id: string, from: { name: string; address: string }): SendMailOptions {
  const { to, subject, text, signOut } = letter
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  return {
    from,
    to: { name: to.name, address: to.address },
    subject,
    text,
    messageId: `<${id}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(signOut === undefined
        ? {}
        : { 'List-Unsubscribe': `<${signOut}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    // A letter says what it says: nothing of this machine or of the network is put into it.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

type Deliver = (message: SendMailOptions, id: string) => Promise<void>

function overSmtp(url: string): Deliver {
  const transport: Transporter = createTransport({ url, ...WAIT_MS })
  return async (message) => {
    await transport.sendMail(message)
  }
}

function intoFolder(folder: string): Deliver {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (message, id) => {
    const { message: bytes } = await transport.sendMail(message)
    // What is written about people is nobody else's.
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, `${id}.eml`), bytes as Buffer, { mode: 0o600 })
  }
}
