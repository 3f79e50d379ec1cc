#!/bin/sh
# Runs once, on an empty cluster: one database and one owner a service. Intake works as a second role that owns nothing; only
# its migrations know the owner's password.
set -eu
for service in intake triage sla notification; do
  password=$REDRESS_DB_PASSWORD
  [ "$service" = intake ] && password=$REDRESS_DB_OWNER_PASSWORD
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v name="$service" -v password="$password" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres -v password="$REDRESS_DB_PASSWORD" <<'SQL'
create role intake_service login password :'password';
grant connect on database intake to intake_service;
SQL
