/** Who works with the program, in which browsers they are signed in, and what they changed. */
export const staffTables: readonly string[] = [
  `create table staff (
    id uuid primary key, login text not null unique, name text not null,
    role text not null check (role in ('agent', 'team-lead', 'commune', 'officer', 'admin')),
    wrapped_key text not null, sealed_email text, email_hash text unique,
    agent_id text unique references agent, province text, commune_code text,
    password_hash text, sealed_totp text not null, totp_step bigint not null default 0,
    setup_hash text unique, setup_until timestamptz, oidc_subject text unique,
    active boolean not null default true, created_at timestamptz not null, seen_at timestamptz)`,
  `create table staff_session (
    id uuid primary key, token_hash text not null unique, staff_id uuid not null references staff, device text not null,
    created_at timestamptz not null, seen_at timestamptz not null, idle_until timestamptz not null,
    expires_at timestamptz not null)`,
  `create index staff_session_staff on staff_session (staff_id)`,
  `create table staff_code (
    id uuid primary key, agent_id text references agent, staff_id uuid references staff, code_hash text not null,
    link_hash text not null unique, expires_at timestamptz not null, wrong int not null default 0)`,
  `create table staff_audit (
    id bigint generated always as identity primary key, at timestamptz not null, actor text not null,
    action text not null, subject text not null, changes text not null)`,
  `create index staff_audit_at on staff_audit (at)`,
  `create index staff_audit_actor on staff_audit (actor, id)`,
  `create index staff_audit_subject on staff_audit (subject, id)`,
]
