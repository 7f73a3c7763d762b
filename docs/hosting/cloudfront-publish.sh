#!/bin/sh
# Uploads the built page, as often as you like:
#   cargo xtask build && sh docs/hosting/cloudfront-publish.sh BUCKET DISTRIBUTION_ID
set -eu
bucket=${1:?the name of the bucket}
distribution=${2:?the id of the distribution}
dist=$(dirname "$0")/../../dist

# Sixteen hexadecimal digits: a name that tells the content.
digit='[0-9a-f]'
four=$digit$digit$digit$digit
hashed="*-$four$four$four$four.*"

# First what has a hash: nothing may name a file that is not there yet. No .br and no .gz: CloudFront compresses by itself.
aws s3 sync "$dist" "s3://$bucket" --only-show-errors --exclude '*' --include "$hashed" --exclude '*.br' --exclude '*.gz' \
  --cache-control 'public, max-age=31536000, immutable'
aws s3 sync "$dist" "s3://$bucket" --only-show-errors --exclude "$hashed" --exclude '*.br' --exclude '*.gz' \
  --cache-control no-cache
aws cloudfront create-invalidation --distribution-id "$distribution" --paths '/*' \
  --query 'Invalidation.Status' --output text
