import { Secret, TOTP } from 'otpauth'
import qrcode from 'qrcode-generator'
import type { Clock } from '../../ports.ts'
import type { SecondFactor } from '../../staff/ports.ts'

const PERIOD_SECONDS = 30
const CELL_PIXELS = 6

/** Six digits every thirty seconds, as every authenticator app knows them (RFC 6238). */
export function totpFactor(clock: Clock): SecondFactor {
  const url = (secret: string, login: string) => totp(secret, login).toString()
  return {
    url,
    picture(secret, login) {
      const code = qrcode(0, 'M')
      code.addData(url(secret, login))
      code.make()
      return code.createDataURL(CELL_PIXELS)
    },
    check(secret, code) {
      const now = clock.now().getTime()
      const off = totp(secret).validate({ token: code.replace(/\s/g, ''), timestamp: now, window: 1 })
      return off === null ? undefined : Math.floor(now / 1000 / PERIOD_SECONDS) + off
    },
  }
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'An Sinh', label, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) })
}
