-- Who (pseudonym) opened which page when, and with which level. Rows are only ever added.
create table acesso (
  id bigint generated always as identity primary key,
  instante timestamp(6) with time zone not null,
  pagina varchar(64) not null,
  nivel varchar(64),
  pessoa varchar(255) not null
);

create index acesso_da_pessoa on acesso (pessoa, instante desc);
