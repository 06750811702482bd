-- By which way somebody came in, and in what; the words of the browser itself are not kept.
alter table access.session add column way text not null default 'PROVIDER';
alter table access.session add column browser text;
alter table access.session add column system text;
alter table access.commission_choice add column way text not null default 'PROVIDER';

-- Between leaving for the card port and coming back. The card port is shown the visit, the browser keeps its own half,
-- and what the card port hands over opens nothing in another browser.
create table access.card_sign_in (
    visit_hash bytea primary key,
    browser_hash bytea not null unique,
    origin text not null,
    hand_over_hash bytea unique,
    hsa_id text,
    refusal text,
    expires_at timestamptz not null,
    check (hand_over_hash is null or hsa_id is not null or refusal is not null)
);
create index card_sign_in_by_age on access.card_sign_in (expires_at);

-- When a card's certificate was last said to be good. Known to every node: a day's grace where nobody answers.
create table access.card_standing (
    certificate_hash bytea primary key,
    good_at timestamptz not null,
    expires_at timestamptz not null
);
create index card_standing_by_age on access.card_standing (expires_at);

grant select, insert, update, delete on access.card_sign_in, access.card_standing to ${app};
