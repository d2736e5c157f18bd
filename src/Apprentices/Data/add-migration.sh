#!/usr/bin/env bash
# Adds a migration to both databases: src/Apprentices/Data/add-migration.sh NAME
set -euo pipefail
name=${1:?Say what the migration does: add-migration.sh NAME}
cd "$(dirname "$0")/.."
export MigrationsTool=true
dotnet tool restore >/dev/null
dotnet build -v q -clp:NoSummary
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --context "${provider}AppDbContext" --output-dir "Data/Migrations/$provider"
done
