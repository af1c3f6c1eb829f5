const day = String.raw`check (%s ~ '^\d{4}-\d{2}-\d{2}$')`
const dayColumn = (name: string) => `${name} text ${day.replace('%s', name)}`

/** Days are text (2026-11-27): a date of PostgreSQL would be read as an instant in the machine's own time zone. */
const points = [
  `alter table collection_point
    add column state text not null default 'active' check (state in ('active', 'under-review', 'suspended', 'closed')),
    add column state_since timestamptz, add column ${dayColumn('state_until')},
    add column state_reason text not null default ''`,
  `update collection_point set state = 'suspended' where not active`,
  `alter table collection_point drop column active`,
  `create index collection_point_commune on collection_point (commune_code)`,
]

const agents = [
  `alter table agent
    add column state text not null default 'active' check (state in ('active', 'suspended', 'on-leave')),
    add column state_since timestamptz, add column ${dayColumn('state_until')},
    add column state_reason text not null default '', add column ${dayColumn('trained_until')},
    add column capacity int not null default 20 check (capacity >= 0),
    add column quiet_from int check (quiet_from between 0 and 1439),
    add column quiet_until int check (quiet_until between 0 and 1439),
    add column sealed_email text, add column phone_hash text, add column email_hash text,
    add column folded_name text not null default '', add column last_offered_at timestamptz,
    add check ((quiet_from is null) = (quiet_until is null))`,
  `update agent set state = 'suspended' where not active`,
  `alter table agent drop column active`,
  `create index agent_phone on agent (phone_hash)`,
  `create index agent_name on agent (folded_name)`,
  `create index agent_card on agent (card_number)`,
  `create index agent_point on agent (point_id)`,
  `create table agent_leave (
    id uuid primary key, agent_id text not null references agent on delete cascade,
    ${dayColumn('from_day')} not null, ${dayColumn('until_day')} not null, made_by text not null,
    made_at timestamptz not null, cancelled_at timestamptz, check (from_day <= until_day))`,
  `create index agent_leave_agent on agent_leave (agent_id, until_day) where cancelled_at is null`,
  `create table local_office (
    id text primary key, name text not null, commune_code text not null, address text not null, hours text not null,
    phone text not null, active boolean not null default true)`,
  `create table commune_desk (
    commune_code text primary key, officer_id text, officer_name text, office_id text references local_office,
    check ((officer_id is null) = (officer_name is null)))`,
]

const leads = [
  `alter table lead drop constraint lead_state_check`,
  `alter table lead drop constraint lead_check`,
  `alter table lead alter column phone_hash drop not null`,
  `alter table lead
    add column owner text not null default 'province-desk'
      check (owner in ('agent', 'commune-officer', 'local-office', 'province-desk')),
    add column owner_ref text, add column owner_name text,
    add column priority text not null default 'normal' check (priority in ('high', 'normal')),
    add column sealed_meeting_code text, add column offered_at timestamptz, add column accept_before timestamptz,
    add column accepted_at timestamptz, add column first_call_at timestamptz, add column appointment_at timestamptz,
    add column not_reached int not null default 0, add column reminded_at timestamptz,
    add column reassigned int not null default 0, add column supervisor_told_at timestamptz,
    add column outcome_reason text, add column joined_programme text, add column joined_months int,
    add column ${dayColumn('joined_from')}, add column closed_at timestamptz, add column source text,
    add column rating int check (rating between 1 and 5), add column rated_at timestamptz`,
  `update lead set owner = 'agent' where agent_id is not null`,
  `update lead set state = 'offered' where state in ('unassigned', 'assigned')`,
  `update lead set offered_at = captured_at, accept_before = call_before,
    closed_at = case when state = 'closed' then coalesce(outcome_at, captured_at) end`,
  `alter table lead alter column offered_at set not null, alter column accept_before set not null,
    add check (state in ('offered', 'accepted', 'contacted', 'closed')),
    add check ((owner = 'agent') = (agent_id is not null)),
    add check ((state = 'closed') = (closed_at is not null))`,
  `drop index lead_agent_open`,
  `create index lead_agent_open on lead (agent_id) where state <> 'closed'`,
  `create index lead_late on lead (accept_before) where state = 'offered'`,
  `create index lead_uncalled on lead (call_before) where state <> 'closed' and first_call_at is null`,
  `update lead l set phone_hash = null where state <> 'closed' and exists (
    select 1 from lead k where k.phone_hash = l.phone_hash and k.state <> 'closed'
      and (k.captured_at, k.id) > (l.captured_at, l.id))`,
  `create unique index lead_phone_open on lead (phone_hash) where state <> 'closed'`,
  `create index lead_commune on lead (commune_code, captured_at)`,
  `alter table lead_fact add column key text, add column trail text, add column sealed_note text`,
  `create unique index lead_fact_key on lead_fact (lead_id, key) where key is not null`,
  `alter table consent
    alter column person_id drop not null, alter column lead_id drop not null, alter column sealed_given drop not null,
    add column pseudonym uuid, add column given_by text not null default 'self'
      check (given_by in ('self', 'parent', 'spouse')),
    add column keep_until timestamptz, add column withdrawn_at timestamptz`,
  `update consent set pseudonym = person_id, keep_until = at + interval '5 years'`,
  `alter table consent alter column pseudonym set not null, alter column keep_until set not null`,
  `create table blocked_phone (
    person_id uuid not null references person on delete cascade, phone_hash text not null, lead_id uuid,
    since timestamptz not null, primary key (person_id, phone_hash))`,
  `create table citizen_notice (
    id bigint generated always as identity primary key, person_id uuid not null references person on delete cascade,
    lead_id uuid not null references lead on delete cascade, kind text not null
      check (kind in ('new-caller', 'rate')), made_at timestamptz not null, told_at timestamptz, how text,
    template_at timestamptz, unique (lead_id, kind))`,
  `create index citizen_notice_owed on citizen_notice (person_id) where told_at is null`,
  `insert into citizen_notice (person_id, lead_id, kind, made_at)
    select person_id, id, 'new-caller', captured_at from lead where retell`,
  `alter table lead drop column retell`,
  `create table scam_report (
    id bigint generated always as identity primary key, commune_code text, pattern text, verdict text not null,
    at timestamptz not null)`,
]

/** The lead domain in its final shape: standing, training, capacity and hours of agents; an owner for every lead. */
export const leadDomain: readonly string[] = [...points, ...agents, ...leads]
