#!/bin/bash
# Makes the two accounts of the service; MySQL's image runs it once, when the volume is empty. Elsewhere run the same statements
# as the server's administrator. The owner migrates and grants, table by table, what the application may change; the application
# itself can add and read everywhere, but never change or delete the audit trail (backend/docs/audit.md), nor delete what is kept.
set -eu
owner_password=$(cat /run/secrets/owner-password)
password=$(cat /run/secrets/database-password)
docker_process_sql --database=mysql <<SQL
create user 'upline_owner'@'%' identified by '$owner_password';
grant all privileges on upline.* to 'upline_owner'@'%' with grant option;
create user 'upline'@'%' identified by '$password';
grant select, insert on upline.* to 'upline'@'%';
SQL
