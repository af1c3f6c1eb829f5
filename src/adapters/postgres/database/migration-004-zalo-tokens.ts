/** Refreshing a token pair under a lock, and asking an operator to consent again. */
export const zaloTokenTables: readonly string[] = [
  `alter table zalo_token
    add column refresh_hash text not null default '', add column seed_hash text,
    add column state text not null default 'live' check (state in ('live', 'needs-reauth')),
    add column holder text, add column held_until timestamptz`,
  `create table zalo_consent (
    ticket_hash text primary key, oa text not null, sealed_verifier text not null, expires_at timestamptz not null)`,
]
