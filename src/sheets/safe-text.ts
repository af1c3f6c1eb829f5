/**
 * A text that a spreadsheet would work out as a formula ("=…", "+…", "-…", "@…") gets a quote in front: it is shown as it
 * was typed and nothing is worked out. What a citizen or an agent typed is never a command on somebody's machine.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}
