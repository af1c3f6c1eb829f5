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
  ]
  return checks.filter(([wrong]) => wrong).map(([, say]) => say)
}
