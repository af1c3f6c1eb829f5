/** People, what they sent and what we answer. */
const talk = [
  `create table keyring (name text primary key, wrapped_key text not null)`,
  `create table person (
    id uuid primary key, lookup text not null unique, channel text not null, desk text not null,
    sealed_user text not null, wrapped_key text not null, created_at timestamptz not null)`,
  `create table inbound_event (
    id uuid primary key, channel text not null, desk text not null, external_id text not null,
    person_id uuid not null references person, sent_at timestamptz not null, received_at timestamptz not null,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')), sealed_body text,
    unique (channel, desk, external_id))`,
  `create index inbound_event_waiting on inbound_event (person_id, sent_at) where state = 'waiting'`,
  `create table session (
    person_id uuid primary key references person, version int not null, sealed_state text not null,
    updated_at timestamptz not null) with (fillfactor = 70)`,
  `create table outbox (
    id uuid primary key default gen_random_uuid(), seq bigint generated always as identity,
    person_id uuid not null references person, state text not null default 'waiting'
      check (state in ('waiting', 'sending', 'sent', 'not-allowed-now', 'person-left', 'our-fault')),
    sealed_reply text, not_before timestamptz not null, attempts int not null default 0,
    platform_id text, failure text, written_at timestamptz not null, settled_at timestamptz)`,
  `create index outbox_due on outbox (person_id, seq) where state in ('waiting', 'sending')`,
  `create table dead_letter (
    event_id uuid primary key references inbound_event, person_id uuid not null references person,
    sealed_error text not null, at timestamptz not null)`,
]

/** Collection agents and the places they cover. */
const agents = [
  `create table collection_point (
    id text primary key, name text not null, organisation text not null, commune_code text not null,
    address text not null, hours text not null, active boolean not null)`,
  `create table agent (
    id text primary key, name text not null, organisation text not null, active boolean not null,
    wrapped_key text not null, sealed_phone text not null, card_number text not null,
    point_id text not null references collection_point)`,
  `create table agent_commune (
    agent_id text not null references agent, commune_code text not null, primary key (agent_id, commune_code))`,
  `create index agent_commune_commune on agent_commune (commune_code)`,
]

/** Leads, everything that happened to them (which is their audit), their proofs, and the way an agent opens one. */
const leads = [
  `create table lead (
    id uuid primary key, code text not null unique, person_id uuid not null references person,
    agent_id text references agent, state text not null
      check (state in ('unassigned', 'assigned', 'accepted', 'closed')),
    commune_code text not null, programme text not null, for_whom text not null, sealed_details text not null,
    phone_hash text not null, captured_at timestamptz not null, call_before timestamptz not null,
    retell boolean not null default false, outcome text, outcome_at timestamptz,
    check ((state = 'unassigned') = (agent_id is null)))`,
  `create index lead_person on lead (person_id, captured_at)`,
  `create index lead_agent_open on lead (agent_id) where state in ('assigned', 'accepted')`,
  `create table lead_fact (
    id bigint generated always as identity primary key, lead_id uuid not null references lead, fact text not null,
    actor text not null, detail text not null, at timestamptz not null)`,
  `create index lead_fact_lead on lead_fact (lead_id, id)`,
  `create table consent (
    id bigint generated always as identity primary key, person_id uuid not null references person,
    lead_id uuid not null references lead, channel text not null, purpose text not null, text_version text not null,
    text_hash text not null, how text not null, sealed_given text not null, at timestamptz not null)`,
  `create table agent_link (
    id uuid primary key, token_hash text not null unique, lead_id uuid not null references lead,
    agent_id text not null references agent, created_at timestamptz not null, expires_at timestamptz not null,
    told_at timestamptz, used_at timestamptz, code_hash text, code_expires_at timestamptz, wrong_codes int not null default 0)`,
  `create index agent_link_lead on agent_link (lead_id)`,
  `create table agent_session (
    token_hash text primary key, lead_id uuid not null references lead, agent_id text not null references agent,
    expires_at timestamptz not null)`,
  `create table staff_notice (
    id bigint generated always as identity primary key, kind text not null, person_id uuid references person,
    lead_id uuid references lead, detail text not null, at timestamptz not null)`,
  `create table zalo_token (
    oa text primary key, sealed_pair text not null, updated_at timestamptz not null)`,
]

export const firstTables: readonly string[] = [...talk, ...agents, ...leads]
