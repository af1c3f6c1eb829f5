import { type Html, html } from './html.ts'

/** A whole page in the product's one style: readable on a cheap phone, no script needed. */
export function page(title: string, body: Html): string {
  const document = html`<html lang="vi">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${title} · An Sinh</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/an-sinh.css" />
    </head>
    <body>
      <main class="sheet">${body}</main>
    </body>
  </html>`
  return `<!doctype html>${document.text}`
}
