-- Refuses to change or remove rows by mistake. No barrier against the application's own database
-- account: it owns the table and could drop the trigger.
create function acesso_so_cresce() returns trigger language plpgsql as $$
begin
  raise exception 'acesso: rows are never changed or removed';
end
$$;

create trigger acesso_so_cresce
  before update or delete or truncate on acesso
  for each statement execute function acesso_so_cresce();
