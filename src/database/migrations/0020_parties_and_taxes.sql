-- Who sells, who buys, and what tax the law asks for. Every change is a new version, so a document
-- that names its versions keeps for ever what was true when it was issued.

create table parties_sellers (
  revision bigint generated always as identity primary key,
  code text collate "C" not null,
  version int not null,
  body jsonb not null,
  effective_on date,                     -- documents of that day and later; null: at once
  published_at timestamptz not null,
  unique (code, version)
);

create table parties_buyers (
  account text collate "C" not null references accounts,
  version int not null,
  body jsonb not null,
  recorded_at timestamptz not null,      -- on the account's clock
  primary key (account, version)
);

-- Which seller an account buys from: the newest choice; none: the seller `default`.
create table parties_seller_choices (
  sequence bigint generated always as identity primary key,
  account text collate "C" not null references accounts,
  seller text collate "C" not null,
  chosen_at timestamptz not null
);
create index parties_seller_choices_account on parties_seller_choices (account, sequence);

create table taxes_versions (
  revision bigint generated always as identity primary key,
  jurisdiction text collate "C" not null, -- a country, or a region of one: DE, US-NY
  code text collate "C" not null,
  version int not null,
  body jsonb not null,
  effective_on date,
  published_at timestamptz not null,
  unique (jurisdiction, code, version)
);

create table taxes_exemptions (
  id text collate "C" primary key,
  account text collate "C" not null references accounts,
  jurisdiction text collate "C" not null,
  certificate text not null,
  reason text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from), -- the last day; null: until it is ended
  recorded_at timestamptz not null
);
create index taxes_exemptions_account on taxes_exemptions (account, id);

-- A certificate that was withdrawn before its last day.
create table taxes_exemption_ends (
  sequence bigint generated always as identity primary key,
  exemption text collate "C" not null references taxes_exemptions,
  valid_to date not null,
  recorded_at timestamptz not null
);
create index taxes_exemption_ends_exemption on taxes_exemption_ends (exemption, sequence);

create trigger append_only before update or delete on parties_sellers
  for each statement execute function platform_forbid_change();
create trigger append_only before update or delete on parties_buyers
  for each statement execute function platform_forbid_change();
create trigger append_only before update or delete on parties_seller_choices
  for each statement execute function platform_forbid_change();
create trigger append_only before update or delete on taxes_versions
  for each statement execute function platform_forbid_change();
create trigger append_only before update or delete on taxes_exemptions
  for each statement execute function platform_forbid_change();
create trigger append_only before update or delete on taxes_exemption_ends
  for each statement execute function platform_forbid_change();

-- Until somebody enters more, a buyer is known by the company's name.
insert into parties_buyers (account, version, body, recorded_at)
select accounts.id, 1, jsonb_build_object('legal_name', companies.name), accounts.opened_at
from accounts join companies on companies.id = accounts.company;

-- What a document was issued by: the versions of both parties, and the terms of its taxes. Those
-- that stand already were issued before any of it was entered, and without tax.
alter table invoicing_documents
  add column seller text collate "C",
  add column seller_version int,
  add column buyer_version int,
  add column number_prefix text not null default '',
  add column tax_terms jsonb not null default '{"taxes": [], "notes": []}',
  add foreign key (seller, seller_version) references parties_sellers (code, version),
  add foreign key (account, buyer_version) references parties_buyers (account, version);

-- An order is taxed as of its instant, whenever its money arrives.
alter table orders_orders
  add column tax_terms jsonb not null default '{"taxes": [], "notes": []}';
