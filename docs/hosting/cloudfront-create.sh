#!/bin/sh
# Makes what Guard Navi needs to be served by CloudFront out of a private bucket, once:
#   sh docs/hosting/cloudfront-create.sh BUCKET
# Uses the Region and the credentials of your AWS CLI; what it needs of IAM is the right to make these things. Prints the
# address and the distribution's id; `cloudfront-publish.sh` then uploads the page.
set -eu
bucket=${1:?the name of the bucket to make}
here=$(dirname "$0")
region=$(aws configure get region || echo "${AWS_REGION:-${AWS_DEFAULT_REGION:?no Region is configured}}")

if [ "$region" = us-east-1 ]; then
  aws s3api create-bucket --bucket "$bucket" > /dev/null
else
  aws s3api create-bucket --bucket "$bucket" --create-bucket-configuration "LocationConstraint=$region" > /dev/null
fi
aws s3api put-public-access-block --bucket "$bucket" --public-access-block-configuration \
  BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
aws s3api put-bucket-ownership-controls --bucket "$bucket" --ownership-controls \
  'Rules=[{ObjectOwnership=BucketOwnerEnforced}]'

headers=$(aws cloudfront create-response-headers-policy --query ResponseHeadersPolicy.Id --output text \
  --response-headers-policy-config "file://$here/response-headers-policy.json")
access=$(aws cloudfront create-origin-access-control --query OriginAccessControl.Id --output text \
  --origin-access-control-config \
  "Name=$bucket,SigningProtocol=sigv4,SigningBehavior=always,OriginAccessControlOriginType=s3")

# The cache policy is AWS's own CachingOptimized: it heeds Cache-Control and asks for gzip and brotli.
distribution=$(aws cloudfront create-distribution --output text \
  --query '[Distribution.Id, Distribution.ARN, Distribution.DomainName]' --distribution-config '{
    "CallerReference": "'"$bucket"'",
    "Comment": "Guard Navi",
    "Enabled": true,
    "HttpVersion": "http2and3",
    "IsIPV6Enabled": true,
    "DefaultRootObject": "index.html",
    "Origins": {"Quantity": 1, "Items": [{
      "Id": "bucket",
      "DomainName": "'"$bucket.s3.$region.amazonaws.com"'",
      "OriginAccessControlId": "'"$access"'",
      "S3OriginConfig": {"OriginAccessIdentity": ""}
    }]},
    "DefaultCacheBehavior": {
      "TargetOriginId": "bucket",
      "ViewerProtocolPolicy": "redirect-to-https",
      "Compress": true,
      "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
      "ResponseHeadersPolicyId": "'"$headers"'"
    }
  }')
# shellcheck disable=SC2086 # three words
set -- $distribution

aws s3api put-bucket-policy --bucket "$bucket" --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {"Service": "cloudfront.amazonaws.com"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::'"$bucket"'/*",
    "Condition": {"StringEquals": {"AWS:SourceArn": "'"$2"'"}}
  }]
}'
echo "https://$3/ is distribution $1"
