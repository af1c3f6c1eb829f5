import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { siteProof } from '../../src/http/site-proof.ts'
import { serve } from '../support/serve.ts'

test('Zalo’s file is served at the root, byte for byte', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'an-sinh-')), 'zalo_verifierAbC_1.html')
  const content = '<!DOCTYPE html><meta property="zalo-platform-site-verification" content="AbC_1" />'
  writeFileSync(file, content)
  const site = await serve({ parts: [{ at: '/', router: siteProof(file) }] })
  expect(await (await fetch(`${site.url}/zalo_verifierAbC_1.html`)).text()).toBe(content)
  expect((await fetch(`${site.url}/zalo_verifierAbC_2.html`)).status).toBe(404)
  await site.close()
})
