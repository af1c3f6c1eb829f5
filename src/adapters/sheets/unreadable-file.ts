/** A file that cannot be read, said in Vietnamese. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}
