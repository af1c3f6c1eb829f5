import { hash, verify } from '@node-rs/argon2'
import type { PasswordHasher } from '../../staff/ports.ts'

/** argon2id with the package's defaults (19 MiB, 2 passes), as OWASP advises. */
export function argonHasher(): PasswordHasher {
  let nobodys: Promise<string> | undefined // what a wrong login is compared with: takes the same time
  return {
    hash: (password) => hash(plain(password)),
    async verify(kept, password) {
      nobodys ??= hash('no account has this password')
      const right = await verify(kept ?? (await nobodys), plain(password))
      return kept !== undefined && right
    },
  }
}

/** "mật" typed on two keyboards is one password. */
const plain = (password: string) => password.normalize('NFC')
