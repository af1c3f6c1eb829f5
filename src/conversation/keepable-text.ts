const LONE_SURROGATE = /\p{Cs}/gu

/**
 * Text that every store can hold and every hash reads the same: U+0000, which PostgreSQL refuses, is dropped, and half a
 * pair of surrogates becomes U+FFFD. Nothing a person can see is lost.
 */
export function keepableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(LONE_SURROGATE, '\uFFFD')
}

/** For JSON.parse: every text in what is read is keepable. */
export function keepableJson(_: string, value: unknown): unknown {
  return typeof value === 'string' ? keepableText(value) : value
}
