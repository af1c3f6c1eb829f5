import { z } from 'zod'
import { contradictions } from './config-checks.ts'
import { HOURS_SAY, readOfficeHours } from './hand-over/office-hours.ts'
import { baseUrl, day, keys32, number, optional, text, withDefault } from './config-fields.ts'

/** Turns a spelling of a province into its code, when it is sure; undefined otherwise. */
export type ProvinceOf = (text: string) => string | undefined

/** A setting is wrong: the message names each key and what is expected, in Vietnamese, for the operator. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

/** Every key the program reads. `.env.example` explains each in Vietnamese; a test compares the two. */
export const environment = z.object({
  NODE_ENV: withDefault(z.enum(['development', 'production', 'test']), 'development'),
  HOST: withDefault(text, '127.0.0.1'),
  PORT: withDefault(number(1, 65_535), '3978'),
  DATA_DIR: withDefault(text, 'var'),
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, 'phải bắt đầu bằng postgres:// hoặc postgresql://'),
  ),
  REDIS_URL: optional(z.string().regex(/^rediss?:\/\//, 'phải bắt đầu bằng redis:// hoặc rediss://')),
  PII_KEY: optional(keys32),
  PUBLIC_URL: optional(baseUrl),
  PROVINCE: optional(text),
  OPERATOR: withDefault(text, 'cơ quan BHXH'),
  HOTLINE: optional(z.string().regex(/^[0-9 .+]{4,20}$/, 'phải là số điện thoại, ví dụ 0238 000 000')),
  OFFICE_HOURS: withDefault(
    text.refine((hours) => readOfficeHours(hours), HOURS_SAY),
    'thứ Hai đến thứ Sáu, 7h30–11h30 và 13h30–17h00',
  ),
  DESK_ANSWER_MINUTES: withDefault(number(5, 480), '30'),
  DESK_QUIET_HOURS: withDefault(number(1, 72), '12'),
  RETENTION_DAYS: withDefault(number(1, 730), '90'),
  BOT_TODAY: optional(day),
  LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'info'),
  FORGED_STATUS: withDefault(z.enum(['200', '401']), '200'),
  MAX_WAITING: withDefault(number(10, 1_000_000), '5000'),
  TRUST_PROXY: withDefault(number(0, 5), '0'),
  METRICS_KEY: optional(z.string().min(16, 'phải dài ít nhất 16 ký tự')),
  METRICS_PORT: optional(number(1, 65_535)),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(baseUrl),
  SIMULATOR: optional(z.enum(['on', 'off'])),
  ZALO_APP_ID: optional(text),
  ZALO_APP_SECRET: optional(text),
  ZALO_OA_ID: optional(text),
  ZALO_OA_SECRET: optional(text),
  ZALO_ACCESS_TOKEN: optional(text),
  ZALO_REFRESH_TOKEN: optional(text),
  ZALO_PAID_REPLIES: withDefault(z.enum(['on', 'off']), 'off'),
  ZALO_SIGNED_BY: withDefault(z.enum(['app', 'oa']), 'app'),
  ZALO_BUTTONS: withDefault(z.enum(['plain', 'typed']), 'plain'),
  ZALO_CONTACT_FORM: withDefault(z.enum(['on', 'off']), 'on'),
  ZALO_CONTACT_IMAGE: optional(baseUrl),
  ZALO_OA_CALLS_PER_MINUTE: optional(number(1, 100_000)),
  ZALO_CODE_VERIFIER: optional(
    z.string().regex(/^[\w.~-]{43}$/, 'phải là chuỗi 43 ký tự đã khai trong trang ứng dụng Zalo'),
  ),
  ZALO_API_BASE: withDefault(baseUrl, 'https://openapi.zalo.me'),
  ZALO_OAUTH_BASE: withDefault(baseUrl, 'https://oauth.zaloapp.com'),
  ZALO_TEMPLATE_BASE: withDefault(baseUrl, 'https://business.openapi.zalo.me'),
  ZALO_TEMPLATE_NEW_LEAD: optional(text),
  ZALO_TEMPLATE_SIGN_IN: optional(text),
  ZALO_TEMPLATE_NEW_CALLER: optional(text),
  ZALO_TEMPLATE_NEW_CALLER_BY_ID: optional(text),
  ZALO_TEMPLATES_AT_NIGHT: withDefault(z.enum(['wait', 'send']), 'wait'),
  ZALO_PERSON_TRACKING: withDefault(z.enum(['on', 'off']), 'off'),
  ZALO_VERIFIER_FILE: optional(
    z
      .string()
      .regex(
        /(?:^|\/)zalo_verifier[\w-]*\.html$/,
        'phải là tệp zalo_verifier….html tải từ trang quản trị Zalo',
      ),
  ),
  OIDC_ISSUER: optional(baseUrl),
  OIDC_CLIENT_ID: optional(text),
  OIDC_CLIENT_SECRET: optional(text),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'phải bắt đầu bằng smtp:// hoặc smtps://')),
  MAIL_FROM: optional(text),
  MESSENGER_PAGE_ID: optional(text),
  MESSENGER_PAGE_TOKEN: optional(text),
  MESSENGER_APP_SECRET: optional(text),
  MESSENGER_VERIFY_TOKEN: optional(text),
  MICROSOFT_APP_ID: optional(text),
  MICROSOFT_APP_PASSWORD: optional(text),
  MICROSOFT_APP_TYPE: withDefault(z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']), 'SingleTenant'),
  MICROSOFT_APP_TENANT_ID: optional(text),
  BOT_FRAMEWORK_EMULATOR: withDefault(z.enum(['on', 'off']), 'off'),
  MESSENGER_APP_ID: optional(text),
  MESSENGER_THREAD_CONTROL: withDefault(z.enum(['on', 'off']), 'off'),
  MESSENGER_HUMAN_AGENT: withDefault(z.enum(['granted', 'off']), 'off'),
  MESSENGER_API_BASE: withDefault(baseUrl, 'https://graph.facebook.com/v26.0'),
})

export type Environment = z.output<typeof environment>
export type Config = Environment & {
  readonly PUBLIC_URL: string
  readonly PROVINCE: string // code of the page's province
  readonly SIMULATOR: 'on' | 'off'
  readonly platforms: { readonly zalo: boolean; readonly messenger: boolean }
}

const zaloKeys = ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET'] as const
const messengerKeys = [
  'MESSENGER_PAGE_ID',
  'MESSENGER_PAGE_TOKEN',
  'MESSENGER_APP_SECRET',
  'MESSENGER_VERIFY_TOKEN',
] as const

const oidcKeys = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
const mailKeys = ['SMTP_URL', 'MAIL_FROM'] as const

/** Reads the environment once into a frozen object; throws BadConfig naming every wrong key. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  provinceOf: ProvinceOf,
): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) throw new BadConfig(complaints(parsed.error))
  const given = parsed.data
  const platforms = { zalo: isComplete(given, zaloKeys), messenger: isComplete(given, messengerKeys) }
  for (const keys of [oidcKeys, mailKeys]) isComplete(given, keys)
  const simulator = given.SIMULATOR ?? (platforms.zalo || platforms.messenger ? 'off' : 'on')
  const config: Config = {
    ...given,
    PUBLIC_URL: given.PUBLIC_URL ?? `http://127.0.0.1:${given.PORT}`,
    PROVINCE: provinceCode(given, simulator, provinceOf),
    SIMULATOR: simulator,
    platforms,
  }
  const wrong = contradictions(given, config)
  if (wrong.length > 0) throw new BadConfig(wrong.join('\n'))
  return Object.freeze(config)
}

function complaints(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')
}

/** All keys of a platform or none: half a platform is a mistake that would only show on the first message. */
function isComplete(given: Environment, keys: readonly (keyof Environment)[]): boolean {
  const missing = keys.filter((key) => given[key] === undefined)
  if (missing.length > 0 && missing.length < keys.length) {
    throw new BadConfig(
      `${missing.join(', ')}: còn thiếu; đã đặt một phần nên phải đặt đủ ${keys.join(', ')}`,
    )
  }
  return missing.length === 0
}

function provinceCode(given: Environment, simulator: string, provinceOf: ProvinceOf): string {
  const name = given.PROVINCE ?? (simulator === 'on' ? 'Nghệ An' : undefined)
  if (name === undefined) throw new BadConfig('PROVINCE: còn thiếu; ghi tên tỉnh của trang, ví dụ Nghệ An')
  const code = provinceOf(name)
  if (code === undefined) {
    throw new BadConfig(
      `PROVINCE: không nhận ra tỉnh "${name}"; ghi tên một tỉnh, thành phố hiện nay, ví dụ Nghệ An`,
    )
  }
  return code
}
