// Large evidence, generated from fixed seeds: findings as `aws securityhub get-findings` prints them, and a credential
// report. It contains no data of a real account.

/** Returns a random number generator (mulberry32) that gives the same numbers for the same seed. */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ACCOUNT = "123456789012";
const REGIONS = ["ap-northeast-1", "ap-northeast-3", "us-east-1", "eu-west-1"];
const STANDARDS = ["aws-foundational-security-best-practices/v/1.0.0", "cis-aws-foundations-benchmark/v/3.0.0", "nist-800-53/v/5.0.0", "pci-dss/v/4.0.1"];

/** Controls as in the findings: id, title, severity, type of resource. */
const CONTROLS = [
  ["EC2.8", "EC2 instances should use Instance Metadata Service Version 2 (IMDSv2)", "HIGH", "AwsEc2Instance"],
  ["EC2.19", "Security groups should not allow unrestricted access to ports with high risk", "CRITICAL", "AwsEc2SecurityGroup"],
  ["EC2.13", "Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 22", "HIGH", "AwsEc2SecurityGroup"],
  ["EC2.7", "EBS default encryption should be enabled", "MEDIUM", "AwsAccount"],
  ["S3.8", "S3 general purpose buckets should block public access", "HIGH", "AwsS3Bucket"],
  ["S3.5", "S3 general purpose buckets should require requests to use SSL", "MEDIUM", "AwsS3Bucket"],
  ["RDS.2", "RDS DB Instances should prohibit public access, as determined by the PubliclyAccessible configuration", "CRITICAL", "AwsRdsDbInstance"],
  ["RDS.1", "RDS snapshot should be private", "CRITICAL", "AwsRdsDbSnapshot"],
  ["Lambda.1", "Lambda function policies should prohibit public access", "CRITICAL", "AwsLambdaFunction"],
  ["Lambda.2", "Lambda functions should use supported runtimes", "MEDIUM", "AwsLambdaFunction"],
  ["IAM.3", "IAM users' access keys should be rotated every 90 days or less", "MEDIUM", "AwsIamUser"],
  ["IAM.5", "MFA should be enabled for all IAM users that have a console password", "MEDIUM", "AwsIamUser"],
  ["IAM.22", "IAM user credentials unused for 45 days should be removed", "MEDIUM", "AwsIamUser"],
  ["KMS.4", "AWS KMS key rotation should be enabled", "MEDIUM", "AwsKmsKey"],
  ["SQS.1", "Amazon SQS queues should be encrypted at rest", "MEDIUM", "AwsSqsQueue"],
  ["ECR.1", "ECR private repositories should have image scanning configured", "HIGH", "AwsEcrRepository"],
];

const WORDS = ["billing", "orders", "search", "ledger", "mail", "media", "batch", "report", "login", "stage", "audit", "cache"];

function finding(index, next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const hex = (length) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join("");
  const [id, title, severity, type] = CONTROLS[index % CONTROLS.length];
  const region = pick(REGIONS);
  const name = `${pick(WORDS)}-${pick(WORDS)}-${hex(17)}`;
  const arn = `arn:aws:${type.slice(3).toLowerCase()}:${region}:${ACCOUNT}:${name}`;
  const failed = next() < 0.3;
  const label = failed ? severity : "INFORMATIONAL";
  // From the last 24 hours: old findings decide nothing.
  const at = new Date(Date.now() - Math.floor(next() * 86_400_000)).toISOString();
  const findingId = `arn:aws:securityhub:${region}:${ACCOUNT}:security-control/${id}/finding/${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`;
  const types = ["Software and Configuration Checks/Industry and Regulatory Standards"];
  return {
    SchemaVersion: "2018-10-08",
    Id: findingId,
    ProductArn: `arn:aws:securityhub:${region}::product/aws/securityhub`,
    ProductName: "Security Hub",
    CompanyName: "AWS",
    Region: region,
    GeneratorId: `security-control/${id}`,
    AwsAccountId: ACCOUNT,
    Types: types,
    FirstObservedAt: at,
    LastObservedAt: at,
    CreatedAt: at,
    UpdatedAt: at,
    Severity: { Label: label, Normalized: failed ? 70 : 0, Original: label },
    Title: title,
    Description: `${title}. "${name}" is checked by this control; see C:\\docs or the documentation for 「${id}」.`,
    Remediation: { Recommendation: { Text: "For information on how to correct this issue, consult the AWS Security Hub controls documentation.", Url: `https://docs.aws.amazon.com/console/securityhub/${id}/remediation` } },
    ProductFields: {
      RelatedAWSResources: [],
      "aws/securityhub/ProductName": "Security Hub",
      "aws/securityhub/CompanyName": "AWS",
      "Resources:0/Id": arn,
      "aws/securityhub/FindingId": `arn:aws:securityhub:${region}::product/aws/securityhub/${findingId}`,
    },
    Resources: [{
      Type: type,
      Id: arn,
      Partition: "aws",
      Region: region,
      Tags: { Name: name, Owner: `${pick(WORDS)}@example.com`, CostCenter: String(1_000 + Math.floor(next() * 9_000)) },
    }],
    Compliance: {
      Status: failed ? "FAILED" : "PASSED",
      RelatedRequirements: ["NIST.800-53.r5 AC-3", "NIST.800-53.r5 AC-3(7)", "NIST.800-53.r5 SC-7(16)", "PCI DSS v4.0.1/1.4.4"],
      SecurityControlId: id,
      AssociatedStandards: STANDARDS.map((standard) => ({ StandardsId: `standards/${standard}` })),
    },
    WorkflowState: "NEW",
    Workflow: { Status: next() < 0.02 ? "SUPPRESSED" : "NEW" },
    RecordState: next() < 0.02 ? "ARCHIVED" : "ACTIVE",
    FindingProviderFields: { Severity: { Label: label, Original: label }, Types: types },
    ProcessedAt: at,
  };
}

/** Findings of Security Hub, about 3 KB each, as indented JSON. */
export function findings(count) {
  const next = numbers(1);
  return JSON.stringify({ Findings: Array.from({ length: count }, (_, index) => finding(index, next)) }, null, 1);
}

const HEADER =
  "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active," +
  "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service," +
  "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service," +
  "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

/** A credential report in which most users fail a check, as in a neglected account. */
export function credentialReport(users) {
  const next = numbers(2);
  const at = (year) => `${year}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}T01:02:03+00:00`;
  const root = `<root_account>,arn:aws:iam::${ACCOUNT}:root,${at(2020)},not_supported,${at(2025)},not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A`;
  const user = (_, index) => {
    const name = `${WORDS[index % WORDS.length]}.${index}`;
    const hasPassword = next() < 0.7;
    const key = (active) => (active ? `true,${at(2023)},${at(2026)},ap-northeast-1,s3` : "false,N/A,N/A,N/A,N/A");
    return `${name},arn:aws:iam::${ACCOUNT}:user/${name},${at(2022)},${hasPassword},${hasPassword ? at(2026) : "N/A"},${hasPassword ? at(2024) : "N/A"},N/A,${next() < 0.5},${key(next() < 0.6)},${key(next() < 0.3)},false,N/A,false,N/A`;
  };
  return [HEADER, root, ...Array.from({ length: users }, user), ""].join("\n");
}
