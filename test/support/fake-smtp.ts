import { createServer, type AddressInfo, type Socket } from 'node:net'

interface Received {
  readonly to: string
  readonly headers: string
  readonly text: string // decoded
}

/**
 * A mail server on this machine: takes a password, keeps what it gets. `refuse`: what it answers to every recipient. It
 * knows no TLS.
 */
export async function fakeSmtp({ host = '127.0.0.1', refuse }: { host?: string; refuse?: string } = {}) {
  const received: Received[] = []
  const commands: string[] = []
  const server = createServer((socket) => {
    socket.setEncoding('latin1')
    talk(socket, { received, commands, refuse })
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is always this shape
  return {
    ...{ received, commands, port },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

interface Kept {
  readonly received: Received[]
  readonly commands: string[]
  readonly refuse: string | undefined
}

function talk(socket: Socket, { received, commands, refuse }: Kept): void {
  let heard = ''
  let to = ''
  let inMail = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  const obey = (line: string) => {
    commands.push(line)
    const [verb = ''] = line.toUpperCase().split(/[ :]/)
    if (verb === 'EHLO') say('250-an-sinh.test\r\n250 AUTH PLAIN')
    else if (verb === 'STARTTLS') say('502 5.5.1 not here')
    else if (verb === 'AUTH') say('235 ok')
    else if (verb === 'RCPT' && refuse !== undefined) say(refuse)
    else if (verb === 'DATA') {
      inMail = true
      say('354 go on')
    } else if (verb === 'QUIT') socket.end('221 bye\r\n')
    else {
      if (verb === 'RCPT') to = /<(.*?)>/.exec(line)?.[1] ?? ''
      say('250 ok')
    }
  }
  say('220 an-sinh.test')
  socket.on('data', (some: string) => {
    heard += some
    for (;;) {
      const end = inMail ? '\r\n.\r\n' : '\r\n'
      const at = heard.indexOf(end)
      if (at < 0) return
      const whole = heard.slice(0, at)
      heard = heard.slice(at + end.length)
      if (!inMail) obey(whole)
      else {
        inMail = false
        received.push({ to, ...read(whole) })
        say('250 kept')
      }
    }
  })
}

function read(mail: string): Omit<Received, 'to'> {
  const at = mail.indexOf('\r\n\r\n')
  const headers = mail.slice(0, at).replace(/\r\n[ \t]+/g, ' ')
  const body = mail.slice(at + 4).replace(/^\.\./gm, '.')
  const isBase64 = /^content-transfer-encoding: base64/im.test(headers)
  const bytes = isBase64 ? Buffer.from(body, 'base64') : Buffer.from(unquoted(body), 'latin1')
  return {
    headers: headers.replace(/=\?utf-8\?([qb])\?(.*?)\?=( (?==\?))?/gi, word),
    text: bytes.toString('utf8'),
  }
}

const unquoted = (text: string) =>
  text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function word(_: string, how: string, text: string): string {
  const bytes =
    how.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64')
      : Buffer.from(unquoted(text.replaceAll('_', ' ')), 'latin1')
  return bytes.toString('utf8')
}
