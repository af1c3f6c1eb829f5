import * as xlsx from '@e965/xlsx'

/** The part of SheetJS that writes the two containers; its types leave it out. */
interface Containers {
  readonly CFB: {
    readonly utils: {
      cfb_new(): object
      cfb_add(container: object, path: string, bytes: Buffer): void
    }
    write(container: object, how: { readonly type: 'buffer'; readonly fileType?: 'zip' }): Uint8Array
  }
}
const { CFB } = xlsx as unknown as Containers

function packed(files: Readonly<Record<string, Buffer>>, fileType?: 'zip'): Buffer {
  const container = CFB.utils.cfb_new()
  for (const [path, bytes] of Object.entries(files)) CFB.utils.cfb_add(container, path, bytes)
  return Buffer.from(CFB.write(container, { type: 'buffer', ...(fileType && { fileType }) }))
}

/** As Excel locks a workbook with a password ([MS-OFFCRYPTO]): the whole .xlsx encrypted inside an OLE file. */
export function lockedXlsx(): Buffer {
  return packed({
    '/EncryptionInfo': Buffer.from('0400040040000000', 'hex'),
    '/EncryptedPackage': Buffer.alloc(4096, 7),
  })
}

/** As LibreOffice does (OpenDocument 1.2, part 3): a plain manifest tells that the content is encrypted. */
export function lockedOds(): Buffer {
  const kind = 'application/vnd.oasis.opendocument.spreadsheet'
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
 <manifest:file-entry manifest:full-path="/" manifest:media-type="${kind}"/>
 <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="300">
  <manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="AAAA"/>
 </manifest:file-entry>
</manifest:manifest>`
  const files = { '/mimetype': kind, '/META-INF/manifest.xml': manifest }
  const plain = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))
  return packed({ ...plain, '/content.xml': Buffer.alloc(300, 9) }, 'zip')
}
