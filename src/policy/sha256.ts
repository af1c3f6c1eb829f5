/** SHA-256 of UTF-8 text, in hex. Written out (FIPS 180-4) because this folder may not import node:crypto. */
export function sha256(text: string): string {
  const blocks = padded(new TextEncoder().encode(text))
  let state: Words = seeds.map((prime) => fraction(Math.sqrt(prime)))
  for (let start = 0; start < blocks.length; start += 64) {
    state = compressed(state, new DataView(blocks.buffer, start, 64))
  }
  return state.map((word) => word.toString(16).padStart(8, '0')).join('')
}

type Words = readonly number[]

const primes = Array.from({ length: 312 }, (_, i) => i).filter(isPrime)
const seeds = primes.slice(0, 8)
const constants = primes.slice(0, 64).map((prime) => fraction(Math.cbrt(prime)))

function isPrime(n: number): boolean {
  return n > 1 && Array.from({ length: n - 2 }, (_, i) => i + 2).every((divisor) => n % divisor !== 0)
}

/** The first 32 bits after the point. */
function fraction(n: number): number {
  return ((n - Math.floor(n)) * 2 ** 32) >>> 0
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  new DataView(whole.buffer).setUint32(whole.length - 4, bytes.length * 8)
  return whole
}

function compressed(state: Words, block: DataView): Words {
  const schedule = scheduleOf(block)
  const last = constants.reduce((words, constant, i) => round(words, constant + at(schedule, i)), state)
  return state.map((word, i) => (word + at(last, i)) >>> 0)
}

function scheduleOf(block: DataView): number[] {
  const words = Array.from({ length: 16 }, (_, i) => block.getUint32(i * 4))
  for (let i = 16; i < 64; i++) {
    const early = at(words, i - 15)
    const late = at(words, i - 2)
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words.push((at(words, i - 16) + s0 + at(words, i - 7) + s1) >>> 0)
  }
  return words
}

function round([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]: Words, added: number): Words {
  const choice = (e & f) ^ (~e & g)
  const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + added
  const majority = (a & b) ^ (a & c) ^ (b & c)
  const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority
  return [(first + second) >>> 0, a, b, c, (d + first) >>> 0, e, f, g]
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

function at(words: Words, index: number): number {
  return words[index] ?? 0
}
