-- A form that arrives more than once is answered each time, and nobody knows which answer's cookie the browser keeps: each
-- opens the seat.
alter table meetings.seat add column earlier_token_hashes bytea[] not null default '{}' check (cardinality(earlier_token_hashes) <= 4);
create index seat_by_earlier_secret on meetings.seat using gin (earlier_token_hashes);
