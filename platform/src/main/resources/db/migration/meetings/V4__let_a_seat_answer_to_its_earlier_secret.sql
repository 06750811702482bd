-- A form that arrives twice is answered twice, and nobody knows which answer's cookie the browser keeps: both open the seat.
alter table meetings.seat add column earlier_token_hash bytea unique;
