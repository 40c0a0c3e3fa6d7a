#!/bin/sh
# The same three requests with curl and jq: BASE USER ORGANIZATION [CA-FILE]
set -eu
base=$1 user=$2 organization=$3
[ $# -lt 4 ] || export CURL_CA_BUNDLE="$4"
made=$(curl -sSf "$base/instances" -H "Authorization: User $user, Organization $organization" \
    -H 'Content-Type: application/json' \
    -d '{"element":{"key":"sagecrm"},"configuration":{"subdomain":"crm.example.com","username":"user","password":"password"},"tags":[],"name":"Bench"}')
id=$(printf %s "$made" | jq -r .id)
token=$(printf %s "$made" | jq -r .token)
curl -sSf "$base/hubs/crm/ping" -H "Authorization: User $user, Element $token" >/dev/null
curl -sSf "$base/instances/$id" -H "Authorization: User $user, Organization $organization" |
    jq '{id, name}'
