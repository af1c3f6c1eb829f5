import { untilMorning } from '../platform/until-morning.ts'
import { ourFault, personLeft, tryLater, type Verdict } from '../platform/verdict.ts'

const MINUTE = 60_000

/** What one error of the template family means, in one word for people and as a verdict. */
export interface TemplateVerdict {
  readonly does: 'retry' | 'tomorrow' | 'left' | 're-auth' | 'alert'
  readonly verdict: (now: Date) => Verdict
}

const bug: TemplateVerdict = { does: 'alert', verdict: () => ourFault }
/** The phone cannot or will not take templates: tell the agent some other way. */
const unreachable: TemplateVerdict = { does: 'left', verdict: () => personLeft }
/** Night rule, daily and monthly caps: all of them open again in the morning. */
const tomorrow: TemplateVerdict = { does: 'tomorrow', verdict: (now) => tryLater(untilMorning(now)) }
/** This family's own number for a dead token: -216 belongs to the message family. */
const tokenDead: TemplateVerdict = { does: 're-auth', verdict: () => ourFault }

const mistakes = [
  ...[-101, -102, -103, -104, -105], // configuration of the app
  ...[-106, -107, -108, -109], // method, message id, phone in our own register, template id
  ...[-111, -112, -1121, -1122, -1124, -113, -1131, -116], // data of the template, its buttons, its text
  ...[-115, -136, -137], // wallet, cloud account
  ...[-117, -120, -138, -1381, -1241], // permissions, proof
  ...[-121, -122, -125, -132], // body, OA id, parameter
  ...[-126, -127, -131], // development mode, template not approved
  ...[-135, -1351, -145, -146], // the OA or the template may not be sent
  ...[-160, -161, -162], // too many edits, sending mode
]

/** Every error code of business.openapi.zalo.me, by number. */
export const templateVerdicts: Readonly<Record<number, TemplateVerdict>> = {
  [-100]: { does: 'retry', verdict: () => tryLater(MINUTE) },
  ...each(mistakes, bug),
  ...each([-110, -114, -118, -119, -139, -140, -141], unreachable),
  ...each([-133, -144, -1441, -147, -1471, -1472], tomorrow),
  [-124]: tokenDead,
}

function each(codes: readonly number[], verdict: TemplateVerdict): Record<number, TemplateVerdict> {
  return Object.fromEntries(codes.map((code) => [code, verdict]))
}

export function templateVerdict(code: number, now: Date): Verdict {
  return (templateVerdicts[code] ?? bug).verdict(now)
}

export function isTemplateTokenRefused(code: number): boolean {
  return templateVerdicts[code] === tokenDead
}
