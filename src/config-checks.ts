import type { Config, Environment } from './config.ts'

/** Settings that are right one by one and wrong together: what to do about each, in Vietnamese. */
export function contradictions(given: Environment, config: Config): string[] {
  const { SIMULATOR, HOST, platforms, NODE_ENV } = config
  const real = platforms.zalo || platforms.messenger
  const checks: readonly (readonly [boolean, string])[] = [
    [
      NODE_ENV === 'production' && given.BOT_TODAY !== undefined,
      'BOT_TODAY: không được dùng khi NODE_ENV=production',
    ],
    [NODE_ENV === 'production' && SIMULATOR === 'on', 'SIMULATOR: phải là off khi NODE_ENV=production'],
    [
      SIMULATOR === 'on' && HOST !== '127.0.0.1',
      'HOST: trang mô phỏng chỉ chạy ở 127.0.0.1; bỏ HOST hoặc đặt SIMULATOR=off',
    ],
    [SIMULATOR === 'on' && real, 'SIMULATOR: không bật cùng lúc với khoá Zalo hoặc Messenger thật'],
    [
      real && given.PUBLIC_URL === undefined,
      'PUBLIC_URL: còn thiếu; ghi địa chỉ https công khai của máy chủ',
    ],
    [
      real && given.HOTLINE === undefined,
      'HOTLINE: còn thiếu; ghi số điện thoại để người dân gọi khi cần người thật',
    ],
    [
      given.DATABASE_URL !== undefined && given.PII_KEY === undefined,
      'PII_KEY: còn thiếu; bắt buộc khi dùng DATABASE_URL',
    ],
    ...frameworkChecks(given),
  ]
  return checks.filter(([wrong]) => wrong).map(([, say]) => say)
}

function frameworkChecks(given: Environment): readonly (readonly [boolean, string])[] {
  const { BOT_FRAMEWORK_EMULATOR, NODE_ENV, HOST, MICROSOFT_APP_ID, MICROSOFT_APP_TYPE } = given
  const isApp = MICROSOFT_APP_ID !== undefined
  const isEmulated = BOT_FRAMEWORK_EMULATOR === 'on'
  return [
    [
      isEmulated && (NODE_ENV === 'production' || HOST !== '127.0.0.1' || isApp),
      'BOT_FRAMEWORK_EMULATOR: không kiểm tra người gọi, nên chỉ bật ở 127.0.0.1, không có MICROSOFT_APP_ID và không khi NODE_ENV=production',
    ],
    [
      isApp && MICROSOFT_APP_TYPE !== 'UserAssignedMSI' && given.MICROSOFT_APP_PASSWORD === undefined,
      'MICROSOFT_APP_PASSWORD: còn thiếu; bắt buộc khi đặt MICROSOFT_APP_ID',
    ],
    [
      isApp && MICROSOFT_APP_TYPE !== 'MultiTenant' && given.MICROSOFT_APP_TENANT_ID === undefined,
      'MICROSOFT_APP_TENANT_ID: còn thiếu; bắt buộc trừ khi MICROSOFT_APP_TYPE=MultiTenant',
    ],
  ]
}
