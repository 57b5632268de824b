-- The log only grows, also for whoever gets hold of the application's own database account by way of
-- the application.
create function acesso_so_cresce() returns trigger language plpgsql as $$
begin
  raise exception 'acesso: rows are never changed or removed';
end
$$;

create trigger acesso_so_cresce
  before update or delete or truncate on acesso
  for each statement execute function acesso_so_cresce();
