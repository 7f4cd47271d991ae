import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readSettings } from '../settings.server.ts'
import { createPost } from './create-post.server.ts'
import type { Letter } from './letter.ts'

/** A server of mail as an operator has one, that refuses whom it is told to. */
let server: SMTPServer
let arrived: { mail: ParsedMail; recipients: string[] }[] = []
let smtp = ''

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, answer) =>
      answer(address.startsWith('nobody@') ? new Error('no such box') : null),
    onData: (stream, session, answer) => {
      simpleParser(stream).then((mail) => {
        arrived.push({ mail, recipients: session.envelope.rcptTo.map(({ address }) => address) })
        answer()
      }, answer)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  smtp = `smtp://127.0.0.1:${port}`
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
beforeEach(() => {
  arrived = []
})

const letter: Letter = {
  to: { name: 'Ģirts Šķēle-Bērziņš', address: 'girts@liepaja.example' },
  subject: 'Atgādinājums: „Vidējais līmenis” jāpapildina līdz 3. decembrim',
  text: 'Labdien!\n\nĻoti gaidām skaitļus: ābečņģ.\n\n.\nIzaugsme\n',
  kind: 'work.reminder',
}
const overSmtp = (given: NodeJS.ProcessEnv = {}) =>
  createPost(
    readSettings({ IZAUGSME_SMTP: smtp, IZAUGSME_MAIL_FROM: 'Izaugsme <zinas@liepaja.example>', ...given }),
  )

describe('a letter', () => {
  test('arrives as it was written, with every Latvian letter, and says that a computer sent it', async () => {
    await overSmtp()({ ...letter, messageId: '0198-task-7' })
    const [{ mail, recipients }] = arrived as [(typeof arrived)[number]]
    expect(recipients).toEqual(['girts@liepaja.example'])
    expect(mail.subject).toBe(letter.subject)
    expect(mail.text).toBe(letter.text)
    expect(mail.messageId).toBe('<0198-task-7@liepaja.example>')
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.from?.text).toContain('zinas@liepaja.example')
    expect([mail.to].flat()[0]?.value).toEqual([{ name: letter.to.name, address: letter.to.address }])
    expect(mail.headers.has('list-unsubscribe')).toBe(false)
  })

  test('that one may sign out of says where, so that a mail program shows a button', async () => {
    const signOut = 'https://izaugsme.example/zinot/atrakstities?zime=abc'
    await overSmtp()({ ...letter, signOut })
    const line = (name: string) => arrived[0]?.mail.headerLines.find(({ key }) => key === name)?.line
    expect(line('list-unsubscribe')?.replace(/\r?\n\s+/, ' ')).toBe(`List-Unsubscribe: <${signOut}>`)
    expect(line('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })

  test.each([
    'a@b.lv\r\nBcc: x@y.lv',
    'a@b.lv, x@y.lv',
    'a@b.lv;x@y.lv',
    'Grupa: x@y.lv;',
    '"a" <x@y.lv>',
    'a@b.lv\u0000',
    'nav adrese',
    '',
  ])('to %j goes to nobody', async (address) => {
    await expect(overSmtp()({ ...letter, to: { name: 'Anna', address } })).rejects.toThrow('to.address')
    expect(arrived).toEqual([])
  })

  test.each([
    { subject: 'Labdien\r\nBcc: x@y.lv' },
    { to: { name: 'Anna\nBcc: x@y.lv', address: 'a@b.lv' } },
    { messageId: 'a>\r\nBcc: x@y.lv' },
    { signOut: 'https://a.lv/\r\nBcc: x@y.lv' },
    { signOut: 'javascript:alert(1)' },
  ])('with %j adds no header', async (more) => {
    await expect(overSmtp()({ ...letter, ...more })).rejects.toThrow('cannot be sent')
    expect(arrived).toEqual([])
  })

  test('whose words look like addresses of files fetches none', async () => {
    await overSmtp()({ ...letter, text: 'file:///etc/passwd http://127.0.0.1:1/' })
    expect(arrived[0]?.mail.text?.trim()).toBe('file:///etc/passwd http://127.0.0.1:1/')
    expect(arrived[0]?.mail.attachments).toEqual([])
  })

  test('to a box that is not there, and by a server that is away, is told to who sends it', async () => {
    await expect(
      overSmtp()({ ...letter, to: { name: 'N', address: 'nobody@liepaja.example' } }),
    ).rejects.toThrow('no such box')
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    await expect(overSmtp({ IZAUGSME_SMTP: `smtp://127.0.0.1:${port}` })(letter)).rejects.toThrow(
      'ECONNREFUSED',
    )
  })
})

test('without a server letters are files that a mail program opens, for nobody else to read', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'izaugsme-mail-'))
  try {
    await createPost(readSettings({ IZAUGSME_DATA: dataFolder }))({ ...letter, messageId: 'one' })
    expect(await readdir(join(dataFolder, 'mail'))).toEqual(['one.eml'])
    const file = join(dataFolder, 'mail', 'one.eml')
    const mail = await simpleParser(await readFile(file))
    expect([mail.subject, mail.text]).toEqual([letter.subject, letter.text])
    expect((await stat(file)).mode & 0o077).toBe(0)
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
})

describe('the settings of mail', () => {
  test.each([
    ['zinas@liepaja.lv', { name: 'Izaugsme', address: 'zinas@liepaja.lv' }],
    ['Liepājas izglītība <zinas@liepaja.lv>', { name: 'Liepājas izglītība', address: 'zinas@liepaja.lv' }],
  ])('%s is a sender', (text, sender) => {
    expect(readSettings({ IZAUGSME_MAIL_FROM: text }).mailFrom).toEqual(sender)
  })

  test.each(['liepaja', 'a@b.lv, c@d.lv', 'A <a@b.lv> <c@d.lv>'])('%s is none', (text) => {
    expect(() => readSettings({ IZAUGSME_MAIL_FROM: text })).toThrow('IZAUGSME_MAIL_FROM')
  })

  test('a server of mail has an address of mail', () => {
    expect(() => readSettings({ IZAUGSME_SMTP: 'https://mail.lv' })).toThrow('IZAUGSME_SMTP')
  })
})
